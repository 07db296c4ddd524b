package dev.pulso.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The periods of a contract, counted from the day it starts on.
 *
 * <p>Period k starts k cycles after the first day of the contract, clipped to the end of a shorter month: 31 January,
 * 28 or 29 February, 31 March. It is never computed from the period before, so that it cannot drift to the 28th.
 * Periods tile time: each ends on the day before the next one starts. The invoice run does the same arithmetic in SQL
 * ({@code db/portfolio/010-billing-periods.sql}), where it is set-based; a test holds the two against each other.
 *
 * @param startOn first day of the contract
 * @param cycle how often it is billed
 */
public record BillingPeriods(LocalDate startOn, BillingCycle cycle) {

    /**
     * First day of period {@code index}. Negative indexes count back from the start of the contract.
     *
     * @throws java.time.DateTimeException beyond the calendar
     */
    public LocalDate startOf(int index) {
        return startOn.plusMonths((long) index * cycle.months());
    }

    /**
     * The period with this index.
     *
     * @throws IllegalArgumentException when the index is negative
     */
    public BillingPeriod period(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("a contract has no period before its first");
        }
        return new BillingPeriod(index, startOf(index), startOf(index + 1).minusDays(1));
    }

    /** Index of the period that the date lies in; negative before the contract starts. */
    public int indexOf(LocalDate date) {
        long months = ChronoUnit.MONTHS.between(YearMonth.from(startOn), YearMonth.from(date));
        boolean anniversaryIsAhead = date.getDayOfMonth() < Math.min(startOn.getDayOfMonth(), date.lengthOfMonth());
        long elapsed = anniversaryIsAhead ? months - 1 : months;
        return Math.toIntExact(Math.floorDiv(elapsed, cycle.months()));
    }

    /** The period that the date lies in; nothing before the contract starts. */
    public Optional<BillingPeriod> containing(LocalDate date) {
        return date.isBefore(startOn) ? Optional.empty() : Optional.of(period(indexOf(date)));
    }

    /** The periods whose first day lies between the two days, both included, in order. */
    public List<BillingPeriod> startingBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from) || to.isBefore(startOn)) {
            return List.of();
        }
        LocalDate earliest = from.isBefore(startOn) ? startOn : from;
        int first = indexOf(earliest);
        if (startOf(first).isBefore(earliest)) {
            first++;
        }
        return IntStream.rangeClosed(first, indexOf(to)).mapToObj(this::period).toList();
    }

    /**
     * When an invoice is due. With a billing day: the first such day on or after the start of the period, where a month
     * too short for it counts its last day. Without: {@code dueDays} after the start of the period.
     *
     * @param billingDay 1 to 31, or none
     * @param dueDays not negative; used only without a billing day
     * @throws IllegalArgumentException when either is out of range
     */
    public static LocalDate dueOn(LocalDate periodStart, @Nullable Integer billingDay, int dueDays) {
        if (billingDay == null) {
            if (dueDays < 0) {
                throw new IllegalArgumentException("an invoice cannot be due before its period starts");
            }
            return periodStart.plusDays(dueDays);
        }
        if (billingDay < 1 || billingDay > 31) {
            throw new IllegalArgumentException("a billing day is between 1 and 31");
        }
        LocalDate sameMonth = dayOfMonth(YearMonth.from(periodStart), billingDay);
        return sameMonth.isBefore(periodStart)
                ? dayOfMonth(YearMonth.from(periodStart).plusMonths(1), billingDay)
                : sameMonth;
    }

    private static LocalDate dayOfMonth(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
