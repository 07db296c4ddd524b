package dev.pulso.crm.internal.product;

import dev.pulso.kernel.Checks;
import dev.pulso.kernel.DecimalString;
import dev.pulso.kernel.Money;
import dev.pulso.kernel.Problem;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What may stand in a price list and in a line, as in an invoice (docs/adr/0051-amounts-prices-and-quantities.md). */
public final class Prices {
    /** Of a deal, and so of each of its lines. */
    public static final long HIGHEST_CENTS = 100_000_000_000L;

    private static final int DECIMALS = 6;

    private Prices() {}

    /** The price of one, in units of the currency. */
    public static BigDecimal unitPrice(String field, @Nullable String value, String currency) {
        BigDecimal highest = Money.of(HIGHEST_CENTS, currency).toDecimal();
        return decimal(field, value)
                .within(field, DECIMALS, BigDecimal.ZERO, highest)
                .setScale(DECIMALS);
    }

    /** @throws Problem 400 when there is none, or it is written otherwise than the API does */
    public static DecimalString decimal(String field, @Nullable String value) {
        try {
            return DecimalString.of(Checks.present(field, value));
        } catch (IllegalArgumentException notOne) {
            throw Problem.invalid(field, "must be a decimal number such as 1.5", "pattern");
        }
    }
}
