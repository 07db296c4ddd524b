package dev.pulso.crm.internal.product;

import dev.pulso.kernel.BillingCycle;
import java.util.Optional;

/** How often something is charged: once, or again in each cycle, as a contract of that cycle is. */
public enum Charge {
    one_off,
    monthly,
    quarterly,
    semiannual,
    annual;

    /** Of the contract that it becomes; none when it is charged once. */
    public Optional<BillingCycle> cycle() {
        return BillingCycle.find(name());
    }
}
