package dev.pulso.store.tenancy;

import org.jspecify.annotations.Nullable;

/** Somebody else changed the record between reading and writing, and has committed; nothing of this transaction is there. */
public class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final @Nullable Integer currentVersion;

    Overtaken(Throwable cause, @Nullable Integer currentVersion) {
        super("the record has changed since it was read", cause);
        this.currentVersion = currentVersion;
    }

    /** The version that the record has now; null when it is gone. */
    public @Nullable Integer currentVersion() {
        return currentVersion;
    }
}
