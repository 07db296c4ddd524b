package dev.pulso.billing.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.kernel.BillingCycle;
import dev.pulso.kernel.BillingPeriod;
import dev.pulso.kernel.Money;
import dev.pulso.portfolio.BillableContract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class DuePeriodsTest {
    private static final Instant BILLED_AT = Instant.parse("2026-01-31T03:00:00Z");

    @Example
    void before_a_contract_begins_nothing_is_due() {
        assertThat(due("2026-02-01", contract("2026-02-02", null), null)).isEmpty();
    }

    @Example
    void at_first_only_the_period_of_the_day_is_due() {
        assertThat(due("2026-05-10", contract("2020-01-31", null), null)).containsExactly("2026-04-30");
    }

    @Example
    void once_billed_everything_since_then_is_due() {
        assertThat(due("2026-05-10", contract("2020-01-31", null), billed("2026-02-27", false)))
                .containsExactly("2026-02-28", "2026-03-31", "2026-04-30");
    }

    @Example
    void a_period_that_a_later_run_looked_at_is_not_due_any_more() {
        BillableContract contract = contract("2020-01-31", null);
        assertThat(due(
                        "2026-05-10",
                        contract,
                        billed("2026-02-27", false),
                        looked("2026-03-05", BILLED_AT.plusSeconds(1))))
                .containsExactly("2026-03-31", "2026-04-30");
        assertThat(due(
                        "2026-05-10",
                        contract,
                        billed("2026-02-27", false),
                        looked("2026-03-05", BILLED_AT.minusSeconds(1))))
                .as("that run was before the contract was last billed")
                .containsExactly("2026-02-28", "2026-03-31", "2026-04-30");
    }

    @Example
    void the_period_of_the_day_is_due_even_when_it_was_looked_at() {
        assertThat(due(
                        "2026-03-10",
                        contract("2020-01-31", null),
                        billed("2026-02-27", false),
                        looked("2026-03-05", BILLED_AT.plusSeconds(1))))
                .containsExactly("2026-02-28");
    }

    @Example
    void after_its_end_only_missed_periods_of_a_billed_contract_are_due() {
        assertThat(due("2026-05-10", contract("2026-01-31", "2026-03-31"), billed("2026-02-27", false)))
                .containsExactly("2026-02-28", "2026-03-31");
        assertThat(due("2026-05-10", contract("2026-01-31", "2026-03-30"), billed("2026-02-27", false)))
                .containsExactly("2026-02-28");
        assertThat(due("2026-05-10", contract("2026-01-31", "2026-03-30"), null))
                .isEmpty();
    }

    @Example
    void days_since_the_latest_earlier_run_may_have_been_missed() {
        LocalDate on = LocalDate.parse("2026-05-10");
        assertThat(new DuePeriods(on, looked("2026-05-08", BILLED_AT)).firstMissedDay())
                .isEqualTo("2026-05-09");
        assertThat(new DuePeriods(on, looked("2026-05-09", BILLED_AT)).firstMissedDay())
                .isNull();
        assertThat(new DuePeriods(on, looked("2026-05-12", BILLED_AT)).firstMissedDay())
                .isNull();
        assertThat(new DuePeriods(on, new TreeMap<>()).firstMissedDay()).isNull();
    }

    /** However often and on whatever days it runs, from the first period on each is billed once and none is left out. */
    @Property(tries = 300)
    void any_row_of_days_bills_every_period_once(
            @ForAll("days") LocalDate start, @ForAll BillingCycle cycle, @ForAll("gaps") List<Integer> gaps) {
        BillableContract contract = contract(start, null, cycle);
        TreeMap<LocalDate, BillingPeriod> invoices = new TreeMap<>();
        LocalDate on = start;
        for (int gap : gaps) {
            on = on.plusDays(gap);
            for (BillingPeriod period : new DuePeriods(on, new TreeMap<>())
                    .of(contract, billed(invoices, on, start))
                    .periods()) {
                assertThat(invoices.put(period.start(), period)).isNull();
            }
        }
        BillingPeriod before = null;
        for (BillingPeriod period : invoices.values()) {
            if (before != null) {
                assertThat(period.start()).isEqualTo(before.end().plusDays(1));
            }
            before = period;
        }
        assertThat(before).isNotNull();
        assertThat(before.contains(on)).isTrue();
    }

    private static DuePeriods.@Nullable Billed billed(
            TreeMap<LocalDate, BillingPeriod> invoices, LocalDate on, LocalDate countedFrom) {
        return invoices.isEmpty()
                ? null
                : new DuePeriods.Billed(
                        invoices.lastEntry().getValue().end(),
                        countedFrom,
                        BILLED_AT,
                        invoices.values().stream().anyMatch(period -> period.contains(on)));
    }

    /** A contract as it is agreed on some day of a run. */
    record Terms(int startMovedBy, BillingCycle cycle, int daysLater) {}

    /** Whatever is changed between the runs: no day from the first invoice on is billed twice, and none is left out. */
    @Property(tries = 500)
    void changed_terms_leave_no_day_unbilled(@ForAll("days") LocalDate start, @ForAll("terms") List<Terms> changes) {
        TreeMap<LocalDate, BillingPeriod> invoices = new TreeMap<>();
        LocalDate countedFrom = start;
        LocalDate on = start;
        for (Terms terms : changes) {
            on = on.plusDays(terms.daysLater());
            LocalDate last =
                    invoices.isEmpty() ? start : invoices.lastEntry().getValue().end();
            LocalDate moved = start.plusDays(terms.startMovedBy());
            // A contract that is to begin after what is billed of it has days in between that it does not run.
            BillableContract contract = contract(moved.isAfter(last) ? start : moved, null, terms.cycle());
            DuePeriods.Due due = new DuePeriods(on, new TreeMap<>()).of(contract, billed(invoices, on, countedFrom));
            for (BillingPeriod period : due.periods()) {
                assertThat(invoices.put(period.start(), period)).isNull();
                countedFrom = due.all().startOn();
            }
        }
        BillingPeriod before = null;
        for (BillingPeriod period : invoices.values()) {
            assertThat(before == null || period.start().equals(before.end().plusDays(1)))
                    .isTrue();
            before = period;
        }
        assertThat(before).isNotNull();
        assertThat(before.end()).isAfterOrEqualTo(on);
    }

    @Provide
    Arbitrary<List<Terms>> terms() {
        return Combinators.combine(
                        Arbitraries.integers().between(-60, 60),
                        Arbitraries.of(BillingCycle.class),
                        Arbitraries.integers().between(0, 130))
                .as(Terms::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 1500)
                .map(days -> LocalDate.of(2023, 12, 1).plusDays(days));
    }

    @Provide
    Arbitrary<List<Integer>> gaps() {
        return Arbitraries.integers().between(0, 130).list().ofMinSize(1).ofMaxSize(25);
    }

    private static List<String> due(String on, BillableContract contract, DuePeriods.@Nullable Billed billed) {
        return due(on, contract, billed, new TreeMap<>());
    }

    private static List<String> due(
            String on,
            BillableContract contract,
            DuePeriods.@Nullable Billed billed,
            NavigableMap<LocalDate, Instant> looked) {
        return new DuePeriods(LocalDate.parse(on), looked)
                .of(contract, billed).periods().stream()
                        .map(period -> period.start().toString())
                        .toList();
    }

    private static NavigableMap<LocalDate, Instant> looked(String day, Instant at) {
        return new TreeMap<>(Map.of(LocalDate.parse(day), at));
    }

    private static DuePeriods.Billed billed(String lastDay, boolean coversDay) {
        return new DuePeriods.Billed(LocalDate.parse(lastDay), null, BILLED_AT, coversDay);
    }

    private static BillableContract contract(String startOn, @Nullable String endOn) {
        return contract(LocalDate.parse(startOn), endOn == null ? null : LocalDate.parse(endOn), BillingCycle.MONTHLY);
    }

    private static BillableContract contract(LocalDate startOn, @Nullable LocalDate endOn, BillingCycle cycle) {
        return new BillableContract(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "hospedagem_site",
                "Hospedagem",
                cycle,
                Money.brl(5000),
                startOn,
                endOn,
                null);
    }
}
