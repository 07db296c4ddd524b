package dev.pulso.store.outbox;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/**
 * Changes the database because of an event. {@link #react} runs inside a transaction of the event's tenant that also ends
 * the matter, so it happens exactly once. A failure is repeated after growing pauses; other subscribers are not concerned,
 * nor are events about other records. Events about one record come in order.
 */
public interface EventReaction {

    /** Stable name, under which its events wait. */
    String name();

    /** The types it wants. */
    Set<String> types();

    Uni<Void> react(Caller caller, DomainEvent event);
}
