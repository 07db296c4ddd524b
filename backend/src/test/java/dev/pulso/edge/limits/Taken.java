package dev.pulso.edge.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Lets tests of other packages see how many slots a tenant has taken. */
@ApplicationScoped
public class Taken {
    private final TenantSlots slots;

    Taken(TenantSlots slots) {
        this.slots = slots;
    }

    /** How many tenants are remembered. */
    public int known() {
        return slots.known();
    }

    public int by(UUID tenant) {
        return slots.taken(tenant);
    }
}
