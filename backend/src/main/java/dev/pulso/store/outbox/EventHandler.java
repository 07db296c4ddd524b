package dev.pulso.store.outbox;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/**
 * Acts on events. {@link #handle} runs inside a transaction of the event's tenant that also remembers the event, so its
 * effects in the database happen once, however often the event is delivered. A failure is retried with growing pauses.
 */
public interface EventHandler {

    /** Stable name: it is what the event is remembered under. */
    String name();

    /** The types it wants. */
    Set<String> types();

    Uni<Void> handle(Caller caller, DomainEvent event);
}
