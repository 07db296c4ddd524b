package dev.pulso.reports.internal.dashboard;

import dev.pulso.api.model.AmountChange;
import dev.pulso.api.model.ComparedDays;
import dev.pulso.api.model.CountChange;
import dev.pulso.api.model.DashboardAlert;
import dev.pulso.api.model.DashboardAlerts;
import dev.pulso.api.model.DashboardMetrics;
import dev.pulso.api.model.DashboardMonth;
import dev.pulso.api.model.LeftOut;
import dev.pulso.api.model.SalesFunnel;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The dashboard at the edge of the API. */
final class DashboardMapper {
    /** The rules of recurring revenue that the figures follow, named beside them. */
    static final String METRIC_POLICY = "default-1";

    private DashboardMapper() {}

    static DashboardMetrics toApi(Dashboard dashboard) {
        Change active = dashboard.activeCustomers();
        // Two statements: a customer that was added between them must not make this negative.
        long inactive = Math.max(0, dashboard.contracts().customers() - active.value());
        return new DashboardMetrics()
                .asOf(dashboard.days().today())
                .timeZone(dashboard.zone().getId())
                .currency(dashboard.contracts().currency().getCurrencyCode())
                .metricPolicy(METRIC_POLICY)
                .comparison(compared(dashboard.days()))
                .mrr(amount(dashboard.mrr()))
                .received(amount(dashboard.money().received()))
                .weightedPipeline(amount(dashboard.sales().weightedCents()))
                .overdue(amount(dashboard.money().overdue()))
                .newCustomers(count(dashboard.newCustomers()))
                .activeCustomers(count(active))
                .inactiveCustomerCount(inactive)
                .inactiveCustomers(inactive)
                .logoChurnPercent(dashboard.revenue().now().logoChurnPercent())
                .months(months(dashboard))
                .funnel(funnel(dashboard.sales()))
                .alerts(alerts(dashboard))
                .otherCurrencies(new LeftOut()
                        .contractCount(dashboard.contracts().inOtherCurrencies())
                        .contracts(dashboard.contracts().inOtherCurrencies())
                        .dealCount(dashboard.sales().inOtherCurrencies())
                        .deals(dashboard.sales().inOtherCurrencies())
                        .invoiceCount(dashboard.money().inOtherCurrencies())
                        .invoices(dashboard.money().inOtherCurrencies()));
    }

    private static ComparedDays compared(DashboardDays days) {
        return new ComparedDays()
                .monthFrom(days.monthStart())
                .monthTo(days.today())
                .lastMonthFrom(days.lastMonthStart())
                .lastMonthTo(days.lastMonthTo())
                .lastMonthEnd(days.lastMonthEnd());
    }

    private static List<DashboardMonth> months(Dashboard dashboard) {
        List<DashboardDays.Month> calendar = dashboard.days().months();
        return IntStream.range(0, calendar.size())
                .mapToObj(
                        i -> month(calendar.get(i), dashboard.revenue().months().get(i), dashboard.money()))
                .toList();
    }

    private static DashboardMonth month(DashboardDays.Month days, RevenueSeries.Month revenue, Dashboard.Money money) {
        return new DashboardMonth()
                .month(days.first())
                .to(days.last())
                .mrrCents(revenue.mrrCents())
                .newCents(revenue.newCents())
                .expansionCents(revenue.expansionCents())
                .reactivationCents(revenue.reactivationCents())
                .contractionCents(revenue.contractionCents())
                .churnCents(revenue.churnCents())
                .customerCount(revenue.customers())
                .customers(revenue.customers())
                .newCustomerCount(revenue.newCustomers())
                .newCustomers(revenue.newCustomers())
                .reactivatedCustomerCount(revenue.reactivatedCustomers())
                .reactivatedCustomers(revenue.reactivatedCustomers())
                .churnedCustomerCount(revenue.churnedCustomers())
                .churnedCustomers(revenue.churnedCustomers())
                .logoChurnPercent(revenue.logoChurnPercent())
                .receivedCents(money.receivedByMonth().getOrDefault(days.first(), 0L))
                .invoicedCents(money.invoicedByMonth().getOrDefault(days.first(), 0L));
    }

    private static SalesFunnel funnel(Dashboard.Sales sales) {
        Change won = sales.won();
        Change lost = sales.lost();
        long wonBefore = won.previous() == null ? 0 : won.previous();
        long lostBefore = lost.previous() == null ? 0 : lost.previous();
        return new SalesFunnel()
                .leads(count(sales.leads()))
                .converted(count(sales.converted()))
                .won(count(won))
                .wonAmount(amount(sales.wonCents()))
                .lost(count(lost))
                .winRatePercent(Change.percent(won.value(), won.value() + lost.value()))
                .previousWinRatePercent(Change.percent(wonBefore, wonBefore + lostBefore))
                .openDealCount(sales.openDeals())
                .openDeals(sales.openDeals());
    }

    private static DashboardAlerts alerts(Dashboard dashboard) {
        LocalDate today = dashboard.days().today();
        return new DashboardAlerts()
                .ending(alert(dashboard.contracts().ending(), today, today.plusDays(RevenueQueries.ENDING_WITHIN_DAYS)))
                .overdue(alert(
                        new Dashboard.Tally(
                                dashboard.money().overdueInvoices(),
                                dashboard.money().overdue().value()),
                        null,
                        today.minusDays(1)))
                .reviewsDue(alert(dashboard.contracts().reviewsDue(), null, today))
                .notBilled(alert(dashboard.unbilled(), null, today.minusDays(1)));
    }

    private static DashboardAlert alert(Dashboard.Tally tally, @Nullable LocalDate from, LocalDate to) {
        return new DashboardAlert()
                .count(tally.count())
                .amountCents(tally.cents())
                .from(from)
                .to(to);
    }

    private static AmountChange amount(Change change) {
        return new AmountChange()
                .valueCents(change.value())
                .previousCents(change.previous())
                .changeCents(change.change())
                .changePercent(change.percent());
    }

    private static CountChange count(Change change) {
        return new CountChange()
                .value(change.value())
                .previous(change.previous())
                .change(change.change())
                .changePercent(change.percent());
    }
}
