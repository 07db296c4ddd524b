package dev.pulso.store.data;

import dev.pulso.store.tenancy.TenantClock;
import io.quarkus.arc.Arc;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** When records are made and changed: by the clock of everything else, as exact as the database. */
public final class Stamps {
    private Stamps() {}

    /** Of machines: for what is no record of a business. */
    public static Instant now() {
        return Arc.container().instance(Clock.class).get().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Of the tenant's business, whose clock may have been moved. */
    public static Instant now(UUID tenant) {
        return now().plus(TenantClock.ahead(tenant));
    }
}
