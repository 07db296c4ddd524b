package dev.pulso.reports.internal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.reports.internal.dashboard.RevenueSeries.Month;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A small year seen on 31 March 2026 in São Paulo, where February has as many days as there were to compare with. Every
 * figure was worked out by hand.
 */
@QuarkusTest
class DashboardYearTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    @Inject
    Tenancy tenancy;

    @Inject
    DashboardService dashboards;

    @Test
    void recurring_revenue_moves_as_its_customers_do() {
        SmallYear year = new SmallYear(tenancy);
        UUID raised = year.customer("A, 100.00, raised to 150.00 in February");
        UUID contract = year.contract(raised, 15_000, "2024-01-15", Map.of("terms_since", "2026-02-10"));
        year.terms(contract, null, 10_000, "active", true);
        year.terms(contract, "2026-02-10", 12_000, "active", true);
        year.terms(contract, "2026-02-10", 15_000, "active", true);
        UUID back = year.customer("B, 300.00 a quarter until January, 40.00 since March");
        year.contract(
                back,
                30_000,
                "2025-06-01",
                Map.of("billing_cycle", "quarterly", "end_on", "2026-01-31", "status", "cancelled", "paying", true));
        year.contract(back, 4_000, "2026-03-05", Map.of());
        year.contract(
                year.customer("C, 1,000.00 a year, new today"),
                100_000,
                "2026-03-31",
                Map.of("billing_cycle", "annual"));
        UUID shrunk = year.customer("D, two contracts, one of them until March");
        year.contract(shrunk, 6_000, "2025-11-30", Map.of());
        year.contract(
                shrunk, 2_000, "2025-11-30", Map.of("end_on", "2026-03-15", "status", "cancelled", "paying", true));
        year.contract(year.customer("E, on trial"), 50_000, "2026-03-01", Map.of("status", "trial"));
        year.contract(year.customer("F, in dollars"), 10_000, "2025-05-01", Map.of("currency", "USD"));
        year.contract(year.customer("G, new on the last day of February"), 7_000, "2026-02-28", Map.of());
        UUID frozen = year.contract(
                year.customer("H, frozen in March"),
                5_000,
                "2025-01-01",
                Map.of("status", "frozen", "terms_since", "2026-03-10"));
        year.terms(frozen, null, 5_000, "active", true);
        year.terms(frozen, "2026-03-10", 5_000, "frozen", false);
        year.contract(
                year.customer("I, came and went within March"),
                9_000,
                "2026-03-03",
                Map.of("end_on", "2026-03-09", "status", "cancelled", "paying", true));
        year.contract(year.customer("J, from April on"), 9_000, "2026-04-01", Map.of());

        Dashboard dashboard = on(year);

        assertThat(dashboard.revenue().months())
                .extracting(Month::mrrCents)
                .containsExactly(
                        15_000L, 15_000L, 25_000L, 25_000L, 25_000L, 25_000L, 25_000L, 33_000L, 33_000L, 33_000L,
                        35_000L, 40_333L);
        Month february = dashboard.revenue().months().get(10);
        assertThat(february.newCents()).isEqualTo(7_000);
        assertThat(february.expansionCents()).isEqualTo(5_000);
        assertThat(february.churnCents()).isEqualTo(10_000);
        assertThat(february.customers()).isEqualTo(4);
        Month march = dashboard.revenue().now();
        assertThat(march.newCents()).isEqualTo(8_333);
        assertThat(march.expansionCents()).isZero();
        assertThat(march.reactivationCents()).isEqualTo(4_000);
        assertThat(march.contractionCents()).isEqualTo(2_000);
        assertThat(march.churnCents()).isEqualTo(5_000);
        assertThat(march.churnedCustomers()).isEqualTo(1);
        assertThat(march.logoChurnPercent()).isEqualByComparingTo("25.0");
        assertThat(dashboard.mrr()).isEqualTo(new Change(40_333, 35_000L));
        assertThat(dashboard.activeCustomers()).isEqualTo(new Change(5, 4L));
        assertThat(dashboard.newCustomers()).isEqualTo(new Change(1, 1L));
        assertThat(dashboard.contracts().customers()).isEqualTo(10);
        assertThat(dashboard.contracts().inOtherCurrencies()).isEqualTo(1);
    }

    @Test
    void money_is_counted_on_the_day_it_was_paid_and_owed_from_the_day_after_it_was_due() {
        SmallYear year = new SmallYear(tenancy);
        UUID customer = year.customer("Cliente");
        UUID paidLate = year.invoice(customer, "2026-01-10", "2026-01-20", 10_000, Map.of());
        year.paid(paidLate, "2026-03-05", 10_000);
        UUID paidInParts = year.invoice(customer, "2026-02-01", "2026-02-11", 30_000, Map.of());
        year.paid(paidInParts, "2026-02-20", 10_000);
        year.paid(paidInParts, "2026-03-02", 5_000);
        year.invoice(customer, "2026-02-18", "2026-02-28", 8_000, Map.of());
        year.invoice(customer, "2026-01-05", "2026-01-15", 7_000, Map.of("cancelled_at", "2026-03-10T12:00:00-03:00"));
        year.invoice(customer, "2026-01-05", "2026-01-15", 900, Map.of("cancelled_at", "2026-02-28T23:59:00-03:00"));
        year.invoice(customer, "2026-03-21", "2026-03-31", 5_500, Map.of());
        UUID dollars = year.invoice(customer, "2026-02-01", "2026-02-05", 1_000, Map.of("currency", "USD"));
        year.paid(dollars, "2026-03-06", 400);
        UUID old = year.invoice(customer, "2025-03-15", "2025-03-25", 7_700, Map.of());
        year.paid(old, "2025-03-31", 4_400);
        year.paid(old, "2025-04-01", 3_300);

        Dashboard.Money money = on(year).money();

        assertThat(money.received()).isEqualTo(new Change(15_000, 10_000L));
        assertThat(money.overdue()).isEqualTo(new Change(15_000 + 8_000, 10_000L + 20_000 + 7_000));
        assertThat(money.overdueInvoices()).as("the dollars too").isEqualTo(3);
        assertThat(money.inOtherCurrencies()).isEqualTo(1);
        assertThat(money.receivedByMonth())
                .isEqualTo(Map.of(
                        LocalDate.of(2025, 4, 1), 3_300L,
                        LocalDate.of(2026, 2, 1), 10_000L,
                        LocalDate.of(2026, 3, 1), 15_000L));
        assertThat(money.invoicedByMonth())
                .isEqualTo(Map.of(
                        LocalDate.of(2026, 1, 1), 10_000L,
                        LocalDate.of(2026, 2, 1), 38_000L,
                        LocalDate.of(2026, 3, 1), 5_500L));
    }

    @Test
    void the_pipeline_of_last_month_is_where_the_deals_stood_then() {
        SmallYear year = new SmallYear(tenancy);
        year.deal("2026-02-01T12:00:00Z", "Novo", "2026-02-01T12:00:00Z", 50_000, Map.of());
        UUID moved = year.deal("2026-01-10T12:00:00Z", "Proposta", "2026-03-15T12:00:00Z", 200_000, Map.of());
        year.stood(moved, "2026-01-10T12:00:00Z", "Novo", 100_000);
        year.deal("2026-03-20T12:00:00Z", "Novo", "2026-03-20T12:00:00Z", 90_000, Map.of());
        UUID won = year.deal(
                "2026-02-05T12:00:00Z", "Ganho", "2026-03-12T12:00:00Z", 40_000, Map.of("closed_on", "2026-03-12"));
        year.stood(won, "2026-02-05T12:00:00Z", "Novo", 40_000);
        year.stood(won, "2026-03-01T02:59:59Z", "Proposta", 44_000);
        year.deal("2026-02-01T12:00:00Z", "Perdido", "2026-02-15T12:00:00Z", 10_000, Map.of("closed_on", "2026-02-15"));
        year.deal("2026-02-01T12:00:00Z", "Novo", "2026-02-01T12:00:00Z", 70_000, Map.of("currency", "USD"));

        Dashboard.Sales sales = on(year).sales();

        // 10 % of 500.00 and 900.00, 50 % of 2,000.00; then 10 % of 500.00 and 1,000.00, and 50 % of 440.00.
        assertThat(sales.weightedCents()).isEqualTo(new Change(5_000 + 9_000 + 100_000, 5_000L + 10_000 + 22_000));
        assertThat(sales.openDeals()).isEqualTo(4);
        assertThat(sales.inOtherCurrencies()).isEqualTo(1);
        assertThat(sales.won()).isEqualTo(new Change(1, 0L));
        assertThat(sales.wonCents()).isEqualTo(new Change(40_000, 0L));
        assertThat(sales.lost()).isEqualTo(new Change(0, 1L));

        year.deal("2026-02-27T12:00:00Z", "Novo", "2026-03-02T12:00:00Z", 1_000, Map.of());
        assertThat(on(year).sales().weightedCents().previous())
                .as("nobody knows where the new one stood")
                .isNull();
    }

    @Test
    void a_day_of_sales_is_a_day_where_the_tenant_is() {
        SmallYear year = new SmallYear(tenancy);
        year.lead("2026-01-31T23:59:59-03:00");
        year.lead("2026-02-01T00:00:00-03:00");
        year.lead("2026-02-28T23:59:59-03:00");
        year.lead("2026-03-01T00:00:00-03:00");
        year.lead("2026-03-31T23:59:59-03:00");
        year.lead("2026-03-31T12:00:00-03:00");
        year.lead("2026-04-01T00:00:00-03:00");
        assertThat(on(year).sales().leads()).isEqualTo(new Change(3, 2L));
    }

    @Test
    void what_needs_attention_is_counted_with_what_it_is_worth() {
        SmallYear year = new SmallYear(tenancy);
        UUID customer = year.customer("Cliente");
        year.contract(customer, 1_000, "2025-01-01", Map.of("end_on", "2026-03-31"));
        year.contract(customer, 24_000, "2025-01-01", Map.of("end_on", "2026-04-07", "billing_cycle", "annual"));
        year.contract(customer, 4_000, "2025-01-01", Map.of("end_on", "2026-04-08"));
        year.contract(customer, 8_000, "2026-03-20", Map.of("end_on", "2026-04-03", "status", "trial"));
        year.contract(
                customer,
                16_000,
                "2025-01-01",
                Map.of("end_on", "2026-04-03", "status", "cancelled", "paying", true, "next_review_on", "2026-03-01"));
        year.contract(customer, 32_000, "2026-04-05", Map.of("next_review_on", "2026-03-31"));
        year.contract(customer, 64_000, "2026-04-05", Map.of("next_review_on", "2026-04-01"));

        Dashboard.Contracts contracts = on(year).contracts();

        assertThat(contracts.ending()).isEqualTo(new Dashboard.Tally(3, 1_000 + 2_000 + 8_000));
        assertThat(contracts.reviewsDue()).isEqualTo(new Dashboard.Tally(1, 32_000));
    }

    @Test
    void an_active_contract_whose_period_has_no_invoice_is_money_left_lying() {
        SmallYear year = new SmallYear(tenancy);
        UUID customer = year.customer("Cliente");
        UUID billed = year.contract(customer, 1_000, "2025-01-31", Map.of());
        year.contract(customer, 2_000, "2025-01-30", Map.of());
        UUID cancelled = year.contract(customer, 12_000, "2025-04-15", Map.of("billing_cycle", "quarterly"));
        year.contract(customer, 8_000, "2025-02-10", Map.of("status", "frozen"));
        year.contract(customer, 0, "2025-02-10", Map.of());
        year.contract(customer, 16_000, "2026-03-31", Map.of());
        UUID lastPeriodOnly = year.contract(customer, 32_000, "2025-12-05", Map.of());
        year.invoice(customer, "2026-03-01", "2026-03-10", 1_000, period(billed, "2026-02-28", "2026-03-30"));
        year.invoice(
                customer,
                "2026-01-15",
                "2026-01-25",
                12_000,
                Map.of(
                        "contract_id",
                        cancelled,
                        "period_start",
                        "2026-01-15",
                        "period_end",
                        "2026-04-14",
                        "cancelled_at",
                        "2026-01-20T12:00:00Z"));
        year.invoice(customer, "2026-02-05", "2026-02-15", 32_000, period(lastPeriodOnly, "2026-02-05", "2026-03-04"));

        // The first one's next period begins today, and the run of today may still be on its way.
        assertThat(on(year).unbilled()).isEqualTo(new Dashboard.Tally(3, 2_000 + 4_000 + 32_000));
    }

    private static Map<String, Object> period(UUID contract, String start, String end) {
        return Map.of("contract_id", contract, "period_start", start, "period_end", end);
    }

    private Dashboard on(SmallYear year) {
        return dashboards.on(year.caller(), TODAY, ZONE).await().atMost(Duration.ofSeconds(10));
    }
}
