package dev.pulso.store.data;

import io.quarkus.arc.Arc;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When records are made and changed: by the clock of everything else, as exact as the database. */
public final class Stamps {
    private Stamps() {}

    public static Instant now() {
        return Arc.container().instance(Clock.class).get().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
