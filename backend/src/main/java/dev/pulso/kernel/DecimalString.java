package dev.pulso.kernel;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An exact decimal that is not negative, as the API writes it: {@code 0.0042}, {@code 1.5}. Unit prices and quantities are some; a
 * JSON number would make them binary fractions. Digits and a point in every language: no sign, no exponent, no grouping.
 *
 * @param value without trailing zeros behind the point
 */
public record DecimalString(BigDecimal value) {
    private static final Pattern FORM = Pattern.compile("(?:0|[1-9][0-9]{0,17})(?:\\.[0-9]{1,12})?");

    public DecimalString {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("a negative decimal: " + value);
        }
        value = value.stripTrailingZeros();
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
    }

    /** @throws IllegalArgumentException when it is written otherwise than the API does */
    public static DecimalString of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a decimal of the API: " + text);
        }
        return new DecimalString(new BigDecimal(text));
    }

    /** The value when it has so many decimals at most and lies between the two, both included; else a 400 that names the field. */
    public BigDecimal within(String field, int decimals, BigDecimal least, BigDecimal most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw Problem.invalid(
                    field, "must be between " + least.toPlainString() + " and " + most.toPlainString(), "range");
        }
        if (value.scale() > decimals) {
            throw Problem.invalid(field, "must have at most " + decimals + " decimals", "decimals");
        }
        return value;
    }

    /** As the API writes it. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
