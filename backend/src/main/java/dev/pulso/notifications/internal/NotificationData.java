package dev.pulso.notifications.internal;

import dev.pulso.store.notification.NewNotification.Ref;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notification as it is kept. */
@RegisterForReflection
record NotificationData(
        UUID id,
        String kind,
        @Nullable String recordKind,
        @Nullable UUID recordId,
        @Nullable String aboutKind,
        @Nullable UUID aboutId,
        @Nullable UUID causedById,
        String details,
        Instant createdAt,
        @Nullable Instant readAt) {

    @Nullable
    Ref record() {
        return recordKind == null || recordId == null ? null : new Ref(recordKind, recordId);
    }

    @Nullable
    Ref about() {
        return aboutKind == null || aboutId == null ? null : new Ref(aboutKind, aboutId);
    }

    @Nullable
    Ref causedBy() {
        return causedById == null ? null : new Ref("users", causedById);
    }

    JsonObject facts() {
        return new JsonObject(details);
    }
}
