package dev.pulso.reports.internal.dashboard;

import dev.pulso.api.DashboardApi;
import dev.pulso.api.model.ContractNotBilledPage;
import dev.pulso.api.model.DashboardMetrics;
import dev.pulso.api.model.RevenueMovementPage;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.store.data.PageRequest;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** The dashboard over HTTP: translates, nothing else. */
class DashboardResource implements DashboardApi {
    private final DashboardService dashboards;
    private final DashboardRows rows;
    private final CallerContext context;

    DashboardResource(DashboardService dashboards, DashboardRows rows, CallerContext context) {
        this.dashboards = dashboards;
        this.rows = rows;
        this.context = context;
    }

    @Override
    public Uni<DashboardMetrics> getDashboardMetrics() {
        return dashboards.today(context.caller()).map(DashboardMapper::toApi);
    }

    @Override
    public Uni<RevenueMovementPage> listRevenueMovements(LocalDate month, Integer limit, String cursor) {
        return rows.movements(
                        context.caller(),
                        month,
                        RowsMapper.toKinds(context.anyOf("kind", RowsMapper.kinds())),
                        PageRequest.of(limit, null, cursor))
                .map(RowsMapper::toMovements);
    }

    @Override
    public Uni<ContractNotBilledPage> listContractsNotBilled(Integer limit, String cursor) {
        return rows.notBilled(context.caller(), PageRequest.of(limit, null, cursor))
                .map(RowsMapper::toNotBilled);
    }
}
