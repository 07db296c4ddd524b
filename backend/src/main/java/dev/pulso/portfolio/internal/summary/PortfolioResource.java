package dev.pulso.portfolio.internal.summary;

import dev.pulso.api.PortfolioApi;
import dev.pulso.api.model.BillingCycle;
import dev.pulso.api.model.ContractStatus;
import dev.pulso.api.model.PortfolioSummary;
import dev.pulso.api.model.ServiceType;
import dev.pulso.api.model.ServiceTypeCreate;
import dev.pulso.api.model.ServiceTypeList;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.portfolio.internal.servicetype.ServiceTypeService;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The portfolio's figures and its service types over HTTP: translates, nothing else. */
@AtMostOnce
class PortfolioResource implements PortfolioApi {
    private final SummaryQueries summaries;
    private final ServiceTypeService serviceTypes;
    private final CallerContext context;

    PortfolioResource(SummaryQueries summaries, ServiceTypeService serviceTypes, CallerContext context) {
        this.summaries = summaries;
        this.serviceTypes = serviceTypes;
        this.context = context;
    }

    @Override
    public Uni<PortfolioSummary> getPortfolioSummary(LocalDate asOf, UUID customerId, String serviceType) {
        return summaries
                .sum(
                        context.caller(),
                        asOf,
                        SummaryMapper.toFilter(
                                customerId,
                                serviceType,
                                context.anyOf("status", values(ContractStatus.values(), ContractStatus::value)),
                                context.anyOf("billing_cycle", values(BillingCycle.values(), BillingCycle::value))))
                .map(SummaryMapper::toApi);
    }

    private static <E> List<String> values(E[] all, Function<E, String> value) {
        return Stream.of(all).map(value).toList();
    }

    @Override
    public Uni<ServiceTypeList> listServiceTypes() {
        return serviceTypes.list(context.caller()).map(SummaryMapper::toApi);
    }

    @Override
    public Uni<ServiceType> createServiceType(ServiceTypeCreate body) {
        return serviceTypes
                .create(context.caller(), body.getCode(), body.getName())
                .map(SummaryMapper::toApi);
    }
}
