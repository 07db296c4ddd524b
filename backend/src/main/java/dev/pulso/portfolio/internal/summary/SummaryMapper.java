package dev.pulso.portfolio.internal.summary;

import dev.pulso.api.model.BillingCycle;
import dev.pulso.api.model.CycleFigures;
import dev.pulso.api.model.PortfolioSummary;
import dev.pulso.api.model.ServiceType;
import dev.pulso.api.model.ServiceTypeFigures;
import dev.pulso.api.model.ServiceTypeList;
import dev.pulso.portfolio.internal.servicetype.ServiceTypeData;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The portfolio at the edge of the API. */
final class SummaryMapper {
    private SummaryMapper() {}

    static SummaryQueries.Filter toFilter(
            @Nullable UUID customerId, @Nullable String serviceType, Set<String> statuses, Set<String> billingCycles) {
        return new SummaryQueries.Filter(customerId, serviceType, statuses, billingCycles);
    }

    static PortfolioSummary toApi(Summary summary) {
        return new PortfolioSummary()
                .asOf(summary.asOf())
                .currency(summary.currency().getCurrencyCode())
                .mrrCents(summary.total().mrrCents())
                .arrCents(summary.arrCents())
                .costCents(summary.total().costCents())
                .marginCents(summary.total().marginCents())
                .contractCount(summary.total().contracts())
                .contracts(summary.total().contracts())
                .customerCount(summary.customers())
                .customers(summary.customers())
                .byServiceType(summary.byServiceType().stream()
                        .map(SummaryMapper::toApi)
                        .toList())
                .byCycle(summary.byCycle().stream().map(SummaryMapper::toApi).toList());
    }

    static ServiceType toApi(ServiceTypeData type) {
        return new ServiceType().code(type.code()).name(type.name()).builtIn(type.builtIn());
    }

    static ServiceTypeList toApi(List<ServiceTypeData> types) {
        return new ServiceTypeList()
                .data(types.stream().map(SummaryMapper::toApi).toList())
                .nextCursor(null);
    }

    private static ServiceTypeFigures toApi(Summary.OfServiceType type) {
        return new ServiceTypeFigures()
                .serviceType(type.serviceType())
                .contractCount(type.figures().contracts())
                .contracts(type.figures().contracts())
                .mrrCents(type.figures().mrrCents())
                .costCents(type.figures().costCents())
                .marginCents(type.figures().marginCents());
    }

    private static CycleFigures toApi(Summary.OfCycle cycle) {
        return new CycleFigures()
                .billingCycle(BillingCycle.fromString(cycle.billingCycle().code()))
                .contractCount(cycle.figures().contracts())
                .contracts(cycle.figures().contracts())
                .amountCents(cycle.amountCents())
                .mrrCents(cycle.figures().mrrCents())
                .costCents(cycle.figures().costCents())
                .marginCents(cycle.figures().marginCents());
    }
}
