package dev.pulso.kernel;

import java.util.Locale;
import java.util.Optional;

/** How often a contract is billed. Its {@link #code} is the same word in the database, in JSON and on the wire. */
public enum BillingCycle {
    MONTHLY(1),
    QUARTERLY(3),
    SEMIANNUAL(6),
    ANNUAL(12);

    private final int months;

    BillingCycle(int months) {
        this.months = months;
    }

    /** Calendar months in one period. Divides twelve. */
    public int months() {
        return months;
    }

    /** {@code monthly}, {@code quarterly}, {@code semiannual}, {@code annual}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The cycle of exactly this code, or nothing. */
    public static Optional<BillingCycle> find(String code) {
        for (BillingCycle cycle : values()) {
            if (cycle.code().equals(code)) {
                return Optional.of(cycle);
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException when no cycle has this code */
    public static BillingCycle of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no billing cycle is called " + code));
    }
}
