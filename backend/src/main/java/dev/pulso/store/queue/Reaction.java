package dev.pulso.store.queue;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;

/**
 * Work that changes the database and nothing else. It runs inside a transaction of the tenant that also ends the work, so
 * it happens exactly once. It must not wait for anybody outside: a lock is held, and a connection.
 */
public non-sealed interface Reaction extends Worker {

    Uni<Void> react(Caller caller, Work work);

    /** What it is done as, for the trail. */
    default String actor() {
        return queue();
    }
}
