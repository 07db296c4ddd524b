package dev.pulso.crm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** The fact {@code activity.assigned}: somebody else has given it to a person. */
@RegisterForReflection
public record ActivityAssigned(UUID activityId, UUID ownerId) {
    public static final String TYPE = "activity.assigned";
}
