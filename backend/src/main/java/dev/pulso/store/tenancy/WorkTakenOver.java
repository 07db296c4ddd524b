package dev.pulso.store.tenancy;

/** This process was silent for too long: its work belongs to another one now, which does the rest. */
public final class WorkTakenOver extends RuntimeException {
    static final String SQL_STATE = "PU001";

    WorkTakenOver(Throwable cause) {
        super("the work was taken over", cause);
    }

    /** Hibernate wraps what the beginning of a transaction fails with. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof WorkTakenOver) {
                return true;
            }
        }
        return false;
    }
}
