package dev.pulso.store.tenancy;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.hibernate.StaleObjectStateException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** The record of which Hibernate found another version than it had read. */
record StaleRecord(String entity, Object id) {

    static boolean is(Throwable failure) {
        return stale(failure) != null;
    }

    /** Null where the failure does not say which. */
    static @Nullable StaleRecord of(Throwable failure) {
        return stale(failure) instanceof StaleObjectStateException one
                ? new StaleRecord(one.getEntityName(), one.getIdentifier())
                : null;
    }

    private static @Nullable StaleStateException stale(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof StaleStateException stale) {
                return stale;
            }
        }
        return null;
    }
}
