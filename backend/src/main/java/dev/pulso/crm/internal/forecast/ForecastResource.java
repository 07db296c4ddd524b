package dev.pulso.crm.internal.forecast;

import static dev.pulso.crm.internal.forecast.ForecastMapper.FORECASTS;

import dev.pulso.api.ForecastApi;
import dev.pulso.edge.web.CallerContext;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.UUID;

/** The forecast over HTTP: translates, nothing else. */
class ForecastResource implements ForecastApi {
    private final ForecastService forecasts;
    private final CallerContext context;

    ForecastResource(ForecastService forecasts, CallerContext context) {
        this.forecasts = forecasts;
        this.context = context;
    }

    @Override
    public Uni<dev.pulso.api.model.Forecast> getForecast(LocalDate from, LocalDate to, UUID pipelineId, UUID ownerId) {
        return forecasts
                .forecast(context.caller(), from, to, new ForecastService.Filter(pipelineId, ownerId))
                .map(FORECASTS::toApi);
    }
}
