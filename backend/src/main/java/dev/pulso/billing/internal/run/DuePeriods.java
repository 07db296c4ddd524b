package dev.pulso.billing.internal.run;

import dev.pulso.kernel.BillingPeriod;
import dev.pulso.kernel.BillingPeriods;
import dev.pulso.portfolio.BillableContract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Which periods of a contract the run for a day has to bill: the one the day lies in, and, once the run has billed the
 * contract, those since then that no run looked at because the product was down. From the first invoice on, periods follow
 * the day that is billed last, whatever first day or cycle the contract has got since. A period that was looked at and not
 * billed (the contract was frozen) stays unbilled, and so does everything before the first invoice: a contract that is
 * entered with a start long past is not flooded. Every period that begins by the contract's last day is billed whole.
 *
 * @param on the day of the run
 * @param looked the days that complete runs were for, each with when the latest of them began
 */
record DuePeriods(LocalDate on, NavigableMap<LocalDate, Instant> looked) {

    /**
     * What the run has billed of a contract so far.
     *
     * @param lastDay last day of the latest period
     * @param countedFrom what that period was counted from; null when it was billed before that was kept
     * @param billedAt when that was billed
     * @param coversDay whether one of the periods contains the day of this run
     */
    record Billed(LocalDate lastDay, @Nullable LocalDate countedFrom, Instant billedAt, boolean coversDay) {}

    /** Which of a contract's periods are due. */
    record Due(BillingPeriods all, List<BillingPeriod> periods) {}

    Due of(BillableContract contract, @Nullable Billed billed) {
        BillingPeriods agreed = new BillingPeriods(contract.startOn(), contract.billingCycle());
        LocalDate unbilled = billed == null ? null : billed.lastDay().plusDays(1);
        // A day before the last billed one: nothing goes on there, the run for it fills a hole.
        BillingPeriods periods = billed == null || unbilled == null || on.isBefore(unbilled)
                ? agreed
                : agreed.goingOnFrom(unbilled, billed.countedFrom());
        LocalDate endOn = contract.endOn();
        LocalDate lastDay = endOn != null && endOn.isBefore(on) ? endOn : on;
        List<BillingPeriod> due = new ArrayList<>();
        if (billed != null && unbilled != null) {
            for (BillingPeriod period : periods.startingBetween(unbilled, lastDay)) {
                if (!period.contains(on) && !lookedAt(period, billed.billedAt())) {
                    due.add(period);
                }
            }
        }
        if (lastDay.equals(on) && (billed == null || !billed.coversDay())) {
            periods.containing(on).ifPresent(due::add);
        }
        return new Due(periods, due);
    }

    /** Runs from before the contract was last billed do not count: it may not have been there yet. */
    private boolean lookedAt(BillingPeriod period, Instant since) {
        return looked.subMap(period.start(), true, period.end(), true).values().stream()
                .anyMatch(runAt -> runAt.isAfter(since));
    }

    /**
     * The first day since the latest earlier run that none was for, or null when there is none: contracts that ended in
     * between are not billable any more on the day of this run, but their last periods may be missing.
     */
    @Nullable
    LocalDate firstMissedDay() {
        LocalDate before = looked.lowerKey(on);
        return before == null || before.plusDays(1).equals(on) ? null : before.plusDays(1);
    }
}
