package dev.pulso.crm.internal.deal;

import dev.pulso.kernel.MonthlyAmount;
import java.math.BigInteger;
import java.util.Currency;

/**
 * What the lines of a deal come to.
 *
 * @param oneOffCents what is charged once
 * @param yearCents what the recurring ones charge in twelve months, which is exact: each cycle divides them
 */
record LineTotals(int lines, long oneOffCents, long yearCents) {

    long firstYearCents() {
        return oneOffCents + yearCents;
    }

    /** A month of the recurring ones, rounded once. */
    long mrrCents(String currency) {
        return MonthlyAmount.ofTwelfths(BigInteger.valueOf(yearCents), Currency.getInstance(currency))
                .rounded()
                .cents();
    }
}
