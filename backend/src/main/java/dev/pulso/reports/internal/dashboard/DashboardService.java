package dev.pulso.reports.internal.dashboard;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.TenantClock;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;

/** The dashboard of a day: five read statements side by side, however many records there are. */
@ApplicationScoped
class DashboardService {
    private final RevenueQueries revenue;
    private final MoneyQueries money;
    private final SalesQueries sales;
    private final TenantDay days;
    private final TenantClock clock;

    DashboardService(
            RevenueQueries revenue, MoneyQueries money, SalesQueries sales, TenantDay days, TenantClock clock) {
        this.revenue = revenue;
        this.money = money;
        this.sales = sales;
        this.days = days;
        this.clock = clock;
    }

    Uni<Dashboard> today(Caller caller) {
        return days.zone(caller).chain(zone -> on(caller, LocalDate.ofInstant(clock.now(caller), zone), zone));
    }

    /** As of a day. Records are seen as they are now: it answers for the past only what did not change since. */
    Uni<Dashboard> on(Caller caller, LocalDate today, ZoneId zone) {
        DashboardDays on = new DashboardDays(today);
        return Uni.combine()
                .all()
                .unis(
                        revenue.movements(caller, on),
                        revenue.contracts(caller, today),
                        money.money(caller, on, zone),
                        sales.sales(caller, on, zone),
                        money.unbilled(caller, today))
                .with((movements, contracts, paid, sold, unbilled) -> new Dashboard(
                        on,
                        zone,
                        RevenueSeries.of(DashboardDays.MONTHS, contracts.currency(), movements.moved()),
                        movements.newBefore(),
                        contracts,
                        paid,
                        sold,
                        unbilled));
    }
}
