package dev.pulso.store.queue;

import java.util.UUID;

/**
 * A row of the queue that this process has leased.
 *
 * @param ref what is to be done: an event, a mail, an import, a run
 * @param key of one key only one is worked on at a time, in the order they were put down
 * @param failures how often it failed before, in an orderly way
 * @param crashes how many processes have died while they worked on it
 */
public record Work(
        String queue, UUID tenantId, UUID key, long seq, UUID id, UUID ref, UUID lease, int failures, int crashes) {

    /** Counts up with every attempt, from one. */
    public int attempt() {
        return failures + crashes + 1;
    }

    /** The same at every attempt, and no other work's: for whoever can tell a repetition by it. */
    public String idempotencyKey() {
        return queue + ":" + id;
    }
}
