package dev.pulso.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * An amount of one currency in its smallest unit: cents of reais, whole yen, thousandths of dinars. It is the only place where money is added, multiplied, split or rounded.
 *
 * <p>Promises: never a floating-point number; two currencies never meet ({@link IllegalArgumentException}); an amount
 * that does not fit a {@code long} is an {@link ArithmeticException}, never a wrong figure; a fraction of a cent is
 * rounded HALF_UP, once, by {@link #times(Ratio)} and {@link #ofUnits}; a split loses no cent. "Cents" is that smallest unit,
 * by the decimals that ISO 4217 gives the currency.
 *
 * @param cents the smallest unit of the currency; negative for a credit
 * @param currency ISO 4217
 */
public record Money(long cents, Currency currency) implements Comparable<Money> {

    public static final Currency BRL = Currency.getInstance("BRL");

    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " is no money: it has no smallest unit");
        }
    }

    public static Money brl(long cents) {
        return new Money(cents, BRL);
    }

    /** @throws IllegalArgumentException when the code is no ISO 4217 currency, or one of no money (gold, testing) */
    public static Money of(long cents, String currencyCode) {
        return new Money(cents, Currency.getInstance(currencyCode));
    }

    /** So many units of the currency, rounded HALF_UP to its smallest one. */
    public static Money ofUnits(BigDecimal units, String currencyCode) {
        Currency currency = Currency.getInstance(currencyCode);
        return new Money(
                units.movePointRight(currency.getDefaultFractionDigits())
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact(),
                currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** The sum; zero of {@code currency} when there is nothing to add. */
    public static Money sum(Currency currency, Collection<Money> amounts) {
        Money total = zero(currency);
        for (Money amount : amounts) {
            total = total.plus(amount);
        }
        return total;
    }

    /** How many decimals the currency has: 2 of BRL, 0 of JPY, 3 of KWD. */
    public int decimals() {
        return currency.getDefaultFractionDigits();
    }

    public String currencyCode() {
        return currency.getCurrencyCode();
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, same(other).cents), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, same(other).cents), currency);
    }

    public Money negate() {
        return new Money(Math.negateExact(cents), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(cents, factor), currency);
    }

    /** The product, rounded HALF_UP to the cent. Multiply ratios first, so that a result is rounded once. */
    public Money times(Ratio factor) {
        return new Money(factor.times(cents).roundHalfUp(), currency);
    }

    /**
     * How many times the other amount fits into this one, exactly.
     *
     * @throws IllegalArgumentException when the other amount is zero
     */
    public Ratio per(Money other) {
        return Ratio.of(cents, same(other).cents);
    }

    /**
     * Splits the amount in proportion to the weights by the method of the largest remainder: the parts add up to
     * exactly this amount and none is a cent or more away from its exact share. Left-over cents go to the largest
     * remainders, the earlier part first among equals; a weight of zero gets nothing. A negative amount splits into the
     * mirror image of its positive.
     *
     * @throws IllegalArgumentException when a weight is negative or all are zero
     */
    public List<Money> allocate(long... weights) {
        if (weights.length == 0 || Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("weights must be given and not negative");
        }
        BigInteger total =
                Arrays.stream(weights).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() == 0) {
            throw new IllegalArgumentException("at least one weight must be above zero");
        }
        // Shares are taken of the size of the amount; the sign comes back at the end, before the range is checked.
        BigInteger amount = BigInteger.valueOf(cents).abs();
        BigInteger[] parts = new BigInteger[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        BigInteger left = amount;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] share = amount.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(total);
            parts[i] = share[0];
            remainders[i] = share[1];
            left = left.subtract(share[0]);
        }
        List<Integer> byRemainder = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            byRemainder.add(i);
        }
        // The sort is stable: equal remainders keep the order of the parts.
        byRemainder.sort(Comparator.comparing((Integer i) -> remainders[i]).reversed());
        for (int i = 0; i < left.intValueExact(); i++) {
            parts[byRemainder.get(i)] = parts[byRemainder.get(i)].add(BigInteger.ONE);
        }
        return Arrays.stream(parts)
                .map(part -> new Money((cents < 0 ? part.negate() : part).longValueExact(), currency))
                .toList();
    }

    /**
     * Equal parts, as for instalments: the first ones carry the left-over cents.
     *
     * @throws IllegalArgumentException when {@code parts} is below one
     */
    public List<Money> split(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("an amount splits into one part or more");
        }
        long[] weights = new long[parts];
        Arrays.fill(weights, 1);
        return allocate(weights);
    }

    public boolean isZero() {
        return cents == 0;
    }

    public boolean isPositive() {
        return cents > 0;
    }

    public boolean isNegative() {
        return cents < 0;
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** By amount; comparing two currencies is an {@link IllegalArgumentException}. */
    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, same(other).cents);
    }

    /** In units of the currency, with its decimals. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(cents, decimals());
    }

    /**
     * As people read it in Brazil: {@code R$ 1.234,56}, {@code -R$ 0,05}; other currencies by their code, {@code USD
     * 10,00}. The space does not break a line (U+00A0).
     */
    public String toBrazilian() {
        String swapped = brazilian(toDecimal().abs(), decimals());
        String symbol = currency.equals(BRL) ? "R$" : currencyCode();
        return (cents < 0 ? "-" : "") + symbol + "\u00a0" + swapped;
    }

    /** {@code 1.234,5}: a number as people write it in Brazil, with so many decimals at least and as many as it has. */
    public static String brazilian(BigDecimal number, int leastDecimals) {
        int decimals = Math.max(leastDecimals, number.stripTrailingZeros().scale());
        // Locale.ROOT groups with commas and points with points on every JDK; native images carry no other locale.
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", number);
        return text.replace(',', '_').replace('.', ',').replace('_', '.');
    }

    /** {@code BRL 1234.56}, for logs. */
    @Override
    public String toString() {
        return currencyCode() + " " + toDecimal();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
