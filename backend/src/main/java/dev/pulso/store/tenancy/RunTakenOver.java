package dev.pulso.store.tenancy;

/** This process was silent for too long: its run belongs to another one now, which does the rest. */
public final class RunTakenOver extends RuntimeException {
    static final String SQL_STATE = "PU001";

    RunTakenOver(Throwable cause) {
        super("the run was taken over", cause);
    }

    /** Hibernate wraps what the beginning of a transaction fails with. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RunTakenOver) {
                return true;
            }
        }
        return false;
    }
}
