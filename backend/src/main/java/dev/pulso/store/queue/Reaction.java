package dev.pulso.store.queue;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Read;
import io.smallrye.mutiny.Uni;

/**
 * Work that changes the database and nothing else. It runs inside a transaction of the tenant that also ends the work, so
 * it happens exactly once. It must not wait for anybody outside: a lock is held, and a connection.
 *
 * @param <T> what it reads first
 */
public non-sealed interface Reaction<T> extends Worker {

    /** What it reads first; it is sent together with the beginning of the transaction. */
    Read<T> reads(Work work);

    /** @param read what it has read first */
    Uni<Void> react(Caller caller, Work work, T read);

    /** What it is done as, for the trail. */
    default String actor() {
        return queue();
    }
}
