package dev.pulso.crm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** The fact {@code activity.reminded}. */
@RegisterForReflection
public record ActivityReminded(UUID activityId, String type, Instant dueAt, UUID ownerId) {
    public static final String TYPE = "activity.reminded";
}
