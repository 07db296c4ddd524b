package dev.pulso.store.notification;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to be told, of which record.
 *
 * @param record null: of many
 * @param about what the record itself is about, for who may read that; null: nothing
 * @param details by the names of {@code NotificationDetails}; no text of people
 */
public record NewNotification(
        UUID userId, @Nullable Ref record, @Nullable Ref about, JsonObject details) {

    /**
     * A record.
     *
     * @param kind the table, by which a {@link dev.pulso.store.data.NameSource} knows it; others are known to who has ordered them alone
     */
    public record Ref(String kind, UUID id) {}

    public static NewNotification to(UUID userId, String kind, UUID id) {
        return new NewNotification(userId, new Ref(kind, id), null, new JsonObject());
    }

    public NewNotification about(@Nullable Ref other) {
        return new NewNotification(userId, record, other, details);
    }

    /** With one more fact. */
    public NewNotification with(String name, @Nullable Object value) {
        return new NewNotification(userId, record, about, details.copy().put(name, value));
    }
}
