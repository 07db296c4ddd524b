package dev.pulso.reports.internal.dashboard;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Read;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The dashboard of a day: five read statements on one connection, however many records there are. */
@ApplicationScoped
class DashboardService {
    private final RevenueQueries revenue;
    private final MoneyQueries money;
    private final SalesQueries sales;
    private final TenantDay days;
    private final TenantClock clock;
    private final Tenancy tenancy;

    DashboardService(
            RevenueQueries revenue,
            MoneyQueries money,
            SalesQueries sales,
            TenantDay days,
            TenantClock clock,
            Tenancy tenancy) {
        this.tenancy = tenancy;
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
        Read<RevenueQueries.Movements> movements = revenue.movements(on);
        Read<Dashboard.Contracts> contracts = revenue.contracts(today);
        Read<Dashboard.Money> paid = money.money(on, zone);
        Read<Dashboard.Sales> sold = sales.sales(on, zone);
        Read<Dashboard.Tally> unbilled = money.unbilled(today);
        return tenancy.query(caller, List.of(movements, contracts, paid, sold, unbilled))
                .map(answers -> new Dashboard(
                        on,
                        zone,
                        RevenueSeries.of(
                                DashboardDays.MONTHS,
                                answers.of(contracts).currency(),
                                answers.of(movements).moved()),
                        answers.of(movements).newBefore(),
                        answers.of(contracts),
                        answers.of(paid),
                        answers.of(sold),
                        answers.of(unbilled)));
    }
}
