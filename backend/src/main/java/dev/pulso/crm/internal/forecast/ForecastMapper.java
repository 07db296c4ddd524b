package dev.pulso.crm.internal.forecast;

import dev.pulso.api.model.ForecastFigures;
import dev.pulso.api.model.GoalPage;
import dev.pulso.api.model.MonthForecast;
import dev.pulso.api.model.OtherCurrency;
import dev.pulso.api.model.OwnerForecast;
import dev.pulso.edge.web.ApiMapping;
import dev.pulso.edge.web.RemovedMapper;
import dev.pulso.store.data.Page;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** The forecast at the edge of the API. */
@Mapper(config = ApiMapping.class)
interface ForecastMapper {
    /** Made at compile time. */
    ForecastMapper FORECASTS = new ForecastMapperImpl();

    dev.pulso.api.model.Forecast toApi(Forecast forecast);

    @Mapping(target = "committedCents", expression = "java(figures.committedCents())")
    @Mapping(target = "weightedCents", expression = "java(figures.weightedCents())")
    @Mapping(target = "bestCaseCents", expression = "java(figures.bestCaseCents())")
    ForecastFigures toApi(Forecast.Figures figures);

    @Mapping(target = ".", source = "figures")
    @Mapping(target = "committedCents", expression = "java(month.figures().committedCents())")
    @Mapping(target = "weightedCents", expression = "java(month.figures().weightedCents())")
    @Mapping(target = "bestCaseCents", expression = "java(month.figures().bestCaseCents())")
    MonthForecast toApi(Forecast.Month month);

    @Mapping(target = ".", source = "figures")
    @Mapping(target = "committedCents", expression = "java(owner.figures().committedCents())")
    @Mapping(target = "weightedCents", expression = "java(owner.figures().weightedCents())")
    @Mapping(target = "bestCaseCents", expression = "java(owner.figures().bestCaseCents())")
    OwnerForecast toApi(Forecast.Owner owner);

    @Mapping(target = ".", source = "figures")
    @Mapping(target = "committedCents", expression = "java(other.figures().committedCents())")
    @Mapping(target = "weightedCents", expression = "java(other.figures().weightedCents())")
    @Mapping(target = "bestCaseCents", expression = "java(other.figures().bestCaseCents())")
    OtherCurrency toApi(Forecast.Other other);

    dev.pulso.api.model.Goal toApi(GoalData goal);

    /** A page of a list. */
    default GoalPage toApi(Page<GoalData> page) {
        return new GoalPage()
                .data(page.data().stream().map(this::toApi).toList())
                .nextCursor(page.nextCursor())
                .removed(RemovedMapper.toApi(page.removed()));
    }
}
