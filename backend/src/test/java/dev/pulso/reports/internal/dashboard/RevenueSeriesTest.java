package dev.pulso.reports.internal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.kernel.Money;
import dev.pulso.reports.internal.dashboard.RevenueSeries.Kind;
import dev.pulso.reports.internal.dashboard.RevenueSeries.Month;
import dev.pulso.reports.internal.dashboard.RevenueSeries.Moved;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevenueSeriesTest {

    @Test
    void a_month_begins_with_what_the_last_one_ended_with() {
        List<Month> months = series(
                        2,
                        new Moved(0, Kind.start, 10, 12 * 1_000),
                        new Moved(1, Kind.first, 2, 12 * 300),
                        new Moved(1, Kind.churn, 1, 12 * 100),
                        new Moved(2, Kind.expansion, 3, 12 * 50),
                        new Moved(2, Kind.contraction, 1, 12 * 20),
                        new Moved(2, Kind.reactivation, 1, 12 * 70))
                .months();
        assertThat(months.getFirst().mrrCents()).isEqualTo(1_200);
        assertThat(months.getFirst().customers()).isEqualTo(11);
        assertThat(months.getFirst().logoChurnPercent()).isEqualByComparingTo("10.0");
        assertThat(months.getLast().mrrCents()).isEqualTo(1_200 + 50 - 20 + 70);
        assertThat(months.getLast().customers()).isEqualTo(12);
        assertThat(months.getLast().reactivatedCustomers()).isEqualTo(1);
        assertThat(months.getLast().logoChurnPercent()).isEqualByComparingTo("0.0");
    }

    @Test
    void thirds_of_cents_are_rounded_when_shown_and_not_before() {
        // Three yearly contracts of 1.00: 8.333... cents a month each.
        RevenueSeries series = series(
                3,
                new Moved(1, Kind.first, 1, 100),
                new Moved(2, Kind.first, 1, 100),
                new Moved(3, Kind.first, 1, 100));
        assertThat(series.months()).extracting(Month::mrrCents).containsExactly(8L, 17L, 25L);
        assertThat(series.now().newCents()).isEqualTo(8);
    }

    @Test
    void without_customers_nothing_is_divided() {
        RevenueSeries empty = series(12);
        assertThat(empty.months()).hasSize(12).allSatisfy(month -> {
            assertThat(month.mrrCents()).isZero();
            assertThat(month.logoChurnPercent()).isNull();
        });
    }

    private static RevenueSeries series(int months, Moved... moved) {
        return RevenueSeries.of(months, Money.BRL, List.of(moved));
    }
}
