package dev.pulso.store.outbox;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Tells the world outside of an event. No transaction is open; after a crash it may be told again. */
public interface EventDelivery {

    /** Stable name, under which its events wait. */
    String name();

    /** The types it wants. */
    Set<String> types();

    /** @param idempotencyKey the same at every attempt, for the receiver to tell a repetition by */
    Uni<Void> deliver(Caller caller, DomainEvent event, String idempotencyKey);
}
