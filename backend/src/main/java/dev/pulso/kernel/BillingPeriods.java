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
 * @param startOn the day they are counted from, whose day of the month is kept: first day of the contract
 * @param cycle how often it is billed
 * @param firstMonth months after {@code startOn} in which period 0 begins; 0 unless the cycle was changed on the way
 */
public record BillingPeriods(LocalDate startOn, BillingCycle cycle, int firstMonth) {

    public BillingPeriods(LocalDate startOn, BillingCycle cycle) {
        this(startOn, cycle, 0);
    }

    /**
     * The same cycle from a day on, for a contract that is billed until the day before: whatever was changed in it since,
     * every day is in one period. The day of the month is this contract's where the day fits it; else the one its periods
     * were counted from before, so that the 31st comes back after a February; else the day's own.
     *
     * @param day first day that is not billed; a contract that begins later is counted from its own first day
     * @param countedFrom what the periods until then were counted from, if that is known
     */
    public BillingPeriods goingOnFrom(LocalDate day, @Nullable LocalDate countedFrom) {
        if (!day.isAfter(startOn)) {
            return this;
        }
        LocalDate anchor = isAnniversary(startOn, day)
                ? startOn
                : countedFrom != null && isAnniversary(countedFrom, day) ? countedFrom : day;
        return new BillingPeriods(anchor, cycle, Math.toIntExact(monthsBetween(anchor, day)));
    }

    private static boolean isAnniversary(LocalDate anchor, LocalDate day) {
        return anchor.plusMonths(monthsBetween(anchor, day)).equals(day);
    }

    /** Of the calendar, whatever the days. */
    private static long monthsBetween(LocalDate from, LocalDate to) {
        return ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to));
    }

    /**
     * First day of period {@code index}. Negative indexes count back from the first period.
     *
     * @throws java.time.DateTimeException beyond the calendar
     */
    public LocalDate startOf(int index) {
        return startOn.plusMonths(firstMonth + (long) index * cycle.months());
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

    /** Index of the period that the date lies in; negative before the first. */
    public int indexOf(LocalDate date) {
        long months = monthsBetween(startOn, date) - firstMonth;
        boolean anniversaryIsAhead = date.getDayOfMonth() < Math.min(startOn.getDayOfMonth(), date.lengthOfMonth());
        long elapsed = anniversaryIsAhead ? months - 1 : months;
        return Math.toIntExact(Math.floorDiv(elapsed, cycle.months()));
    }

    /** The period that the date lies in; nothing before the first. */
    public Optional<BillingPeriod> containing(LocalDate date) {
        return date.isBefore(startOf(0)) ? Optional.empty() : Optional.of(period(indexOf(date)));
    }

    /** The periods whose first day lies between the two days, both included, in order. */
    public List<BillingPeriod> startingBetween(LocalDate from, LocalDate to) {
        LocalDate begin = startOf(0);
        if (to.isBefore(from) || to.isBefore(begin)) {
            return List.of();
        }
        LocalDate earliest = from.isBefore(begin) ? begin : from;
        int first = indexOf(earliest);
        if (startOf(first).isBefore(earliest)) {
            first++;
        }
        return IntStream.rangeClosed(first, indexOf(to)).mapToObj(this::period).toList();
    }

    /**
     * When the invoice of a period is due. With a billing day: on that day of the month in which the period starts, or of
     * the next when the day comes before the day of the month that periods start on; a month too short for it counts its
     * last day. Which of the two months is decided by the two days alone, once for all periods: decided anew for a start
     * that a short month has clipped, two periods would be due on one day and none in another month. Without a billing
     * day: {@code dueDays} after the start of the period.
     *
     * @param periodStart first day of one of these periods
     * @param billingDay 1 to 31, or none
     * @param dueDays not negative; used only without a billing day
     * @throws IllegalArgumentException when either is out of range
     */
    public LocalDate dueOn(LocalDate periodStart, @Nullable Integer billingDay, int dueDays) {
        if (billingDay == null) {
            if (dueDays < 0) {
                throw new IllegalArgumentException("an invoice cannot be due before its period starts");
            }
            return periodStart.plusDays(dueDays);
        }
        if (billingDay < 1 || billingDay > 31) {
            throw new IllegalArgumentException("a billing day is between 1 and 31");
        }
        int monthsLater = billingDay < startOn.getDayOfMonth() ? 1 : 0;
        return dayOfMonth(YearMonth.from(periodStart).plusMonths(monthsLater), billingDay);
    }

    private static LocalDate dayOfMonth(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
