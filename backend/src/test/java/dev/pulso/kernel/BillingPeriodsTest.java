package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BillingPeriodsTest {

    @Test
    void a_contract_from_the_thirty_first_never_drifts() {
        BillingPeriods periods = monthlyFrom("2023-01-31");
        assertThat(IntStream.range(0, 15).mapToObj(periods::startOf).map(LocalDate::toString))
                .containsExactly(
                        "2023-01-31",
                        "2023-02-28",
                        "2023-03-31",
                        "2023-04-30",
                        "2023-05-31",
                        "2023-06-30",
                        "2023-07-31",
                        "2023-08-31",
                        "2023-09-30",
                        "2023-10-31",
                        "2023-11-30",
                        "2023-12-31",
                        "2024-01-31",
                        "2024-02-29",
                        "2024-03-31");
    }

    @Test
    void a_period_ends_on_the_day_before_the_next_one() {
        BillingPeriods periods = monthlyFrom("2023-01-31");
        assertThat(periods.period(0)).isEqualTo(period(0, "2023-01-31", "2023-02-27"));
        assertThat(periods.period(1)).isEqualTo(period(1, "2023-02-28", "2023-03-30"));
        assertThat(periods.period(1).days()).isEqualTo(31);
    }

    @Test
    void a_yearly_contract_from_the_leap_day_comes_back_to_it() {
        BillingPeriods periods = new BillingPeriods(LocalDate.of(2024, 2, 29), BillingCycle.ANNUAL);
        assertThat(IntStream.range(0, 5).mapToObj(periods::startOf).map(LocalDate::toString))
                .containsExactly("2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29");
        assertThat(periods.containing(LocalDate.of(2028, 2, 28))).contains(periods.period(3));
        assertThat(periods.containing(LocalDate.of(2027, 2, 28))).contains(periods.period(3));
    }

    @Test
    void cycles_start_again_after_their_months() {
        LocalDate start = LocalDate.of(2024, 8, 31);
        assertThat(new BillingPeriods(start, BillingCycle.QUARTERLY).startOf(1)).isEqualTo("2024-11-30");
        assertThat(new BillingPeriods(start, BillingCycle.SEMIANNUAL).startOf(1))
                .isEqualTo("2025-02-28");
        assertThat(new BillingPeriods(start, BillingCycle.SEMIANNUAL).startOf(2))
                .isEqualTo("2025-08-31");
    }

    @Test
    void nothing_is_billed_before_the_contract_starts() {
        BillingPeriods periods = monthlyFrom("2024-03-10");
        assertThat(periods.containing(LocalDate.of(2024, 3, 9))).isEmpty();
        assertThat(periods.indexOf(LocalDate.of(2024, 3, 9))).isEqualTo(-1);
        assertThat(periods.startingBetween(LocalDate.of(2023, 1, 1), LocalDate.of(2024, 3, 9)))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> periods.period(-1));
    }

    @Test
    void both_ends_of_a_search_are_included() {
        BillingPeriods periods = monthlyFrom("2024-03-10");
        assertThat(periods.startingBetween(LocalDate.of(2024, 4, 10), LocalDate.of(2024, 6, 10)))
                .containsExactly(periods.period(1), periods.period(2), periods.period(3));
        assertThat(periods.startingBetween(LocalDate.of(2024, 4, 11), LocalDate.of(2024, 6, 9)))
                .containsExactly(periods.period(2));
        assertThat(periods.startingBetween(LocalDate.of(2024, 4, 11), LocalDate.of(2024, 5, 9)))
                .isEmpty();
        assertThat(periods.startingBetween(LocalDate.of(2024, 6, 10), LocalDate.of(2024, 4, 10)))
                .isEmpty();
    }

    @Test
    void an_invoice_is_due_on_the_first_billing_day_of_its_period() {
        assertThat(dueOn("2024-03-10", 10, 0)).isEqualTo("2024-03-10");
        assertThat(dueOn("2024-03-10", 15, 0)).isEqualTo("2024-03-15");
        assertThat(dueOn("2024-03-10", 5, 0)).isEqualTo("2024-04-05");
        assertThat(dueOn("2024-12-10", 5, 0)).isEqualTo("2025-01-05");
        assertThat(dueOn("2023-02-28", 31, 0)).isEqualTo("2023-02-28");
        assertThat(dueOn("2023-02-10", 30, 0)).isEqualTo("2023-02-28");
        assertThat(dueOn("2024-01-31", 30, 0)).isEqualTo("2024-02-29");
    }

    @Test
    void short_months_do_not_make_two_periods_due_on_one_day() {
        assertThat(dueDays("2026-01-30", 29, 4))
                .containsExactly("2026-02-28", "2026-03-29", "2026-04-29", "2026-05-29");
        assertThat(dueDays("2026-01-31", 30, 4))
                .containsExactly("2026-02-28", "2026-03-30", "2026-04-30", "2026-05-30");
        assertThat(dueDays("2026-01-31", 28, 3)).containsExactly("2026-02-28", "2026-03-28", "2026-04-28");
        assertThat(dueDays("2028-01-30", 29, 3)).containsExactly("2028-02-29", "2028-03-29", "2028-04-29");
        assertThat(dueDays("2026-01-30", 31, 3)).containsExactly("2026-01-31", "2026-02-28", "2026-03-31");
        assertThat(dueDays("2026-12-31", 1, 3)).containsExactly("2027-01-01", "2027-02-01", "2027-03-01");
    }

    private static List<String> dueDays(String startOn, int billingDay, int periods) {
        BillingPeriods monthly = monthlyFrom(startOn);
        return IntStream.range(0, periods)
                .mapToObj(k -> monthly.dueOn(monthly.startOf(k), billingDay, 0).toString())
                .toList();
    }

    @Test
    void a_changed_cycle_goes_on_from_the_day_that_is_billed_last() {
        LocalDate startOn = LocalDate.of(2026, 1, 31);
        BillingPeriods quarterly =
                new BillingPeriods(startOn, BillingCycle.QUARTERLY).goingOnFrom(LocalDate.of(2026, 2, 28), startOn);
        assertThat(quarterly.period(0)).isEqualTo(period(0, "2026-02-28", "2026-05-30"));
        assertThat(quarterly.period(1)).as("the 31st is not lost").isEqualTo(period(1, "2026-05-31", "2026-08-30"));
        assertThat(quarterly.containing(LocalDate.of(2026, 2, 27))).isEmpty();
        assertThat(quarterly.indexOf(LocalDate.of(2026, 5, 30))).isZero();
        assertThat(quarterly.startingBetween(startOn, LocalDate.of(2026, 6, 1)))
                .containsExactly(quarterly.period(0), quarterly.period(1));
    }

    @Test
    void a_moved_first_day_leaves_the_days_of_the_month_as_they_were_unless_they_agree() {
        LocalDate unbilled = LocalDate.of(2026, 2, 28);
        LocalDate before = LocalDate.of(2026, 1, 31);
        BillingPeriods moved = monthlyFrom("2026-01-15");
        assertThat(moved.goingOnFrom(unbilled, before).period(1)).isEqualTo(period(1, "2026-03-31", "2026-04-29"));
        assertThat(moved.goingOnFrom(unbilled, null).period(1))
                .as("not known what it was")
                .isEqualTo(period(1, "2026-03-28", "2026-04-27"));
        assertThat(monthlyFrom("2026-01-28").goingOnFrom(unbilled, before).period(1))
                .as("the new day fits")
                .isEqualTo(period(1, "2026-03-28", "2026-04-27"));
        BillingPeriods later = monthlyFrom("2026-04-10");
        assertThat(later.goingOnFrom(unbilled, before)).as("it begins later").isEqualTo(later);
    }

    /** From any day, with any cycle: the first period begins there, and all of them tile time. */
    @Property
    void going_on_leaves_no_day_out(
            @ForAll("days") LocalDate start,
            @ForAll("days") LocalDate countedFrom,
            @ForAll BillingCycle cycle,
            @ForAll @IntRange(min = 1, max = 3_000) int later,
            @ForAll @IntRange(max = 100) int index) {
        LocalDate unbilled = start.plusDays(later);
        BillingPeriods periods = new BillingPeriods(start, cycle).goingOnFrom(unbilled, countedFrom);
        assertThat(periods.startOf(0)).isEqualTo(unbilled);
        BillingPeriod period = periods.period(index);
        assertThat(periods.period(index + 1).start()).isEqualTo(period.end().plusDays(1));
        assertThat(periods.containing(period.start())).contains(period);
        assertThat(periods.containing(period.end())).contains(period);
        assertThat(period.days()).isBetween(28 * cycle.months(), 31 * cycle.months());
    }

    /** However short the months: one invoice a period, each due within a month of its start, no two in one month. */
    @Property
    void every_month_has_its_due_day(
            @ForAll("days") LocalDate start, @ForAll @IntRange(min = 1, max = 31) int billingDay) {
        BillingPeriods monthly = new BillingPeriods(start, BillingCycle.MONTHLY);
        List<YearMonth> due = IntStream.range(0, 30)
                .mapToObj(k -> YearMonth.from(monthly.dueOn(monthly.startOf(k), billingDay, 0)))
                .toList();
        for (int k = 1; k < due.size(); k++) {
            assertThat(due.get(k)).isEqualTo(due.get(k - 1).plusMonths(1));
        }
    }

    @Test
    void without_a_billing_day_it_is_due_some_days_after_the_period_starts() {
        assertThat(dueOn("2024-02-25", null, 10)).isEqualTo("2024-03-06");
        assertThat(dueOn("2024-02-25", null, 0)).isEqualTo("2024-02-25");
    }

    @Test
    void impossible_terms_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> dueOn("2024-02-25", 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> dueOn("2024-02-25", 32, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> dueOn("2024-02-25", null, -1));
    }

    @Property
    void periods_tile_time_without_gap_or_overlap(
            @ForAll("days") LocalDate start, @ForAll BillingCycle cycle, @ForAll @IntRange(max = 1_200) int index) {
        BillingPeriods periods = new BillingPeriods(start, cycle);
        BillingPeriod period = periods.period(index);
        BillingPeriod next = periods.period(index + 1);
        assertThat(next.start()).isEqualTo(period.end().plusDays(1));
        assertThat(period.start()).isBefore(period.end());
        assertThat(period.days()).isBetween(28 * cycle.months(), 31 * cycle.months());
    }

    @Property
    void every_day_lies_in_exactly_the_period_that_says_so(
            @ForAll("days") LocalDate start,
            @ForAll BillingCycle cycle,
            @ForAll @IntRange(max = 40_000) int daysLater) {
        BillingPeriods periods = new BillingPeriods(start, cycle);
        LocalDate day = start.plusDays(daysLater);
        BillingPeriod period = periods.containing(day).orElseThrow();
        assertThat(period.contains(day)).isTrue();
        assertThat(periods.startOf(periods.indexOf(start.minusDays(daysLater))))
                .isBeforeOrEqualTo(start.minusDays(daysLater));
        assertThat(periods.startOf(periods.indexOf(start.minusDays(daysLater)) + 1))
                .isAfter(start.minusDays(daysLater));
    }

    @Property
    void a_period_starts_on_the_anchors_day_or_on_the_last_of_a_shorter_month(
            @ForAll("days") LocalDate start, @ForAll BillingCycle cycle, @ForAll @IntRange(max = 1_200) int index) {
        LocalDate first = new BillingPeriods(start, cycle).startOf(index);
        assertThat(first.getDayOfMonth()).isEqualTo(Math.min(start.getDayOfMonth(), first.lengthOfMonth()));
    }

    @Property
    void daily_searches_find_each_period_once(
            @ForAll("days") LocalDate start,
            @ForAll BillingCycle cycle,
            @ForAll @IntRange(min = 1, max = 40) int step) {
        BillingPeriods periods = new BillingPeriods(start, cycle);
        LocalDate end = start.plusYears(3);
        List<BillingPeriod> found = start.minusDays(50)
                .datesUntil(end, java.time.Period.ofDays(step))
                .flatMap(from -> periods.startingBetween(from, from.plusDays(step - 1)).stream())
                .filter(period -> period.start().isBefore(end))
                .toList();
        assertThat(found).isEqualTo(periods.startingBetween(start, end.minusDays(1)));
    }

    @Property
    void a_billing_day_is_met_within_a_month_and_never_before_the_period(
            @ForAll("days") LocalDate start,
            @ForAll @IntRange(max = 60) int index,
            @ForAll @IntRange(min = 1, max = 31) int billingDay) {
        BillingPeriods monthly = new BillingPeriods(start, BillingCycle.MONTHLY);
        BillingPeriod period = monthly.period(index);
        LocalDate due = monthly.dueOn(period.start(), billingDay, 0);
        assertThat(due).isBetween(period.start(), period.start().plusDays(31));
        assertThat(due.getDayOfMonth()).isEqualTo(Math.min(billingDay, due.lengthOfMonth()));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1990, 1, 1).toEpochDay(),
                        LocalDate.of(2060, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static BillingPeriods monthlyFrom(String start) {
        return new BillingPeriods(LocalDate.parse(start), BillingCycle.MONTHLY);
    }

    private static BillingPeriod period(int index, String start, String end) {
        return new BillingPeriod(index, LocalDate.parse(start), LocalDate.parse(end));
    }

    private static LocalDate dueOn(
            String periodStart, @org.jspecify.annotations.Nullable Integer billingDay, int days) {
        return monthlyFrom(periodStart).dueOn(LocalDate.parse(periodStart), billingDay, days);
    }
}
