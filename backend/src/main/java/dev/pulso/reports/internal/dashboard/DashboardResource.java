package dev.pulso.reports.internal.dashboard;

import dev.pulso.api.DashboardApi;
import dev.pulso.api.model.DashboardMetrics;
import dev.pulso.platform.web.CallerContext;
import io.smallrye.mutiny.Uni;

/** The dashboard over HTTP: translates, nothing else. */
class DashboardResource implements DashboardApi {
    private final DashboardService dashboards;
    private final CallerContext context;

    DashboardResource(DashboardService dashboards, CallerContext context) {
        this.dashboards = dashboards;
        this.context = context;
    }

    @Override
    public Uni<DashboardMetrics> getDashboardMetrics() {
        return dashboards.today(context.caller()).map(DashboardMapper::toApi);
    }
}
