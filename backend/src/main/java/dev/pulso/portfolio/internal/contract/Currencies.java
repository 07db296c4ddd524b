package dev.pulso.portfolio.internal.contract;

import dev.pulso.kernel.Money;
import dev.pulso.kernel.Problem;

/** Which currencies a contract may be in: those of ISO 4217 that are money. */
final class Currencies {
    private Currencies() {}

    static String check(String field, String code) {
        try {
            return Money.of(0, code).currencyCode();
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid(field, "must be an ISO 4217 currency", "currency");
        }
    }
}
