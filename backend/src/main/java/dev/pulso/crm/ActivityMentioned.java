package dev.pulso.crm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** The fact {@code activity.mentioned}. */
@RegisterForReflection
public record ActivityMentioned(UUID activityId, String type, UUID userId) {
    public static final String TYPE = "activity.mentioned";
}
