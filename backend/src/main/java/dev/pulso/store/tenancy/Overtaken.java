package dev.pulso.store.tenancy;

import org.jspecify.annotations.Nullable;

/** Somebody else changed the record between reading and writing, and has committed; nothing of this transaction is there. */
public class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final @Nullable Integer currentVersion;
    private final boolean gone;

    private Overtaken(Throwable cause, @Nullable Integer currentVersion, boolean gone) {
        super("the record has changed since it was read", cause);
        this.currentVersion = currentVersion;
        this.gone = gone;
    }

    /** @param currentVersion null when it is gone */
    static Overtaken by(Throwable cause, @Nullable Integer currentVersion) {
        return new Overtaken(cause, currentVersion, currentVersion == null);
    }

    /** Nobody can say by what: the record is not named, or could not be read any more. */
    static Overtaken byUnknown(Throwable cause) {
        return new Overtaken(cause, null, false);
    }

    /** The version that the record has now; null when it is gone, or when that is not known. */
    public @Nullable Integer currentVersion() {
        return currentVersion;
    }

    /** It is known not to be there any more for who asks. */
    public boolean gone() {
        return gone;
    }
}
