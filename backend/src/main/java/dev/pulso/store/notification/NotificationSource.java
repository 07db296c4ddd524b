package dev.pulso.store.notification;

import dev.pulso.store.outbox.DomainEvent;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom events concern, and how that is told. Several may be of one kind. */
public interface NotificationSource {

    /** As the contract calls it ({@code NotificationKind}). */
    String kind();

    /** The types of the events. */
    Set<String> types();

    /** Of those who are told, beside that of the record; null: none. Asked when it is written, and whenever it is read. */
    default @Nullable String permission() {
        return null;
    }

    /** Whether somebody is told of what it has done itself: only where that took its time. */
    default boolean tellsWhoDidIt() {
        return false;
    }

    /** What of it is mailed unless the person says otherwise. */
    default NotificationMail mail() {
        return NotificationMail.NONE;
    }

    /**
     * How a mail says it, by language ({@code pt-BR}, {@code en}): {@code {actor}}, {@code {record}} and each of the details by its
     * name stand for what they are. Of several sources of a kind the one is taken whose words there are.
     */
    Map<String, String> sentences();

    /** Whom it concerns. In the transaction that writes it down, as the product itself. */
    Uni<List<NewNotification>> of(Caller system, DomainEvent event);
}
