package dev.pulso.kernel;

import java.math.BigInteger;
import java.util.Currency;

/**
 * What recurring prices are worth per month, as an exact fraction of cents: the building block of MRR and ARR.
 *
 * <p>MRR is the sum of price / months in the cycle over the active contracts (ChartMogul, Stripe and ProfitWell define
 * it so). A quarterly R$ 100,00 is 33.333... a month; rounding each contract would let the total drift from the price
 * list, so everything is summed exactly and {@link #rounded} is called once, to show the figure.
 *
 * @param cents hundredths of the currency per month, exact
 * @param currency ISO 4217
 */
public record MonthlyAmount(Ratio cents, Currency currency) implements Comparable<MonthlyAmount> {

    public static MonthlyAmount zero(Currency currency) {
        return new MonthlyAmount(Ratio.ZERO, currency);
    }

    /** The monthly share of a price that is due once per cycle. */
    public static MonthlyAmount of(Money price, BillingCycle cycle) {
        return new MonthlyAmount(Ratio.of(price.cents(), cycle.months()), price.currency());
    }

    /**
     * From a sum made by the database. Every cycle divides twelve months, so {@code sum(amount_cents * (12 /
     * cycle_months))} is an integer and as exact as adding here, row by row.
     */
    public static MonthlyAmount ofTwelfths(BigInteger twelfthsOfCents, Currency currency) {
        return new MonthlyAmount(Ratio.of(twelfthsOfCents, BigInteger.valueOf(12)), currency);
    }

    public MonthlyAmount plus(MonthlyAmount other) {
        return new MonthlyAmount(cents.plus(same(other).cents), currency);
    }

    public MonthlyAmount minus(MonthlyAmount other) {
        return new MonthlyAmount(cents.minus(same(other).cents), currency);
    }

    /** Per month, rounded HALF_UP to the cent, to be shown. Never add up what this returns. */
    public Money rounded() {
        return new Money(cents.roundHalfUp(), currency);
    }

    /** Twelve months, rounded once: ARR is 12 x the exact MRR, not 12 x the MRR on screen. */
    public Money roundedPerYear() {
        return new Money(cents.times(12).roundHalfUp(), currency);
    }

    @Override
    public int compareTo(MonthlyAmount other) {
        return cents.compareTo(same(other).cents);
    }

    private MonthlyAmount same(MonthlyAmount other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
