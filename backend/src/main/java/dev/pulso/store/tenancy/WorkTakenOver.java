package dev.pulso.store.tenancy;

import io.vertx.pgclient.PgException;

/** This process was silent for too long: its work belongs to another one now, which does the rest. */
public final class WorkTakenOver extends RuntimeException {
    static final String SQL_STATE = "PU001";

    WorkTakenOver(Throwable cause) {
        super("the work was taken over", cause);
    }

    /** What a statement failed with that only the holder of a lease may send. */
    static Throwable or(Throwable failure) {
        return failure instanceof PgException refused && SQL_STATE.equals(refused.getSqlState())
                ? new WorkTakenOver(failure)
                : failure;
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
