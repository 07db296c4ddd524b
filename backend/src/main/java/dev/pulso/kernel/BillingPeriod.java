package dev.pulso.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One stretch of time that a contract bills at once.
 *
 * @param index 0 for the first period of the contract
 * @param start its first day
 * @param end its last day, which still belongs to it
 */
public record BillingPeriod(int index, LocalDate start, LocalDate end) {

    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && !date.isAfter(end);
    }

    /** Days from the first to the last, both counted: the denominator of a proration. */
    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(start, end) + 1);
    }
}
