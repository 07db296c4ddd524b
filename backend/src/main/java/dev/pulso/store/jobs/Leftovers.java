package dev.pulso.store.jobs;

import java.util.List;

/** Rows of a module that nobody needs after a while and whose end the audit trail does not tell; housekeeping deletes them. */
public interface Leftovers {

    /**
     * @param name of the count in the run, such as {@code idempotency_keys}
     * @param statement deletes up to {@code $2} rows of the caller's tenant that are not needed at the instant {@code $1}
     */
    record Leftover(String name, String statement) {}

    List<Leftover> leftovers();
}
