package dev.pulso.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Identifiers are made here, not by the database, so that an object knows its id before it is stored. */
public final class Ids {
    private Ids() {}

    /** A UUIDv7: sorts by creation time, so primary keys grow at the right edge of their index. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
