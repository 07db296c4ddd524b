package dev.pulso.crm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fact {@code activity.completed}. */
@RegisterForReflection
public record ActivityCompleted(
        UUID activityId,
        String type,
        Instant completedAt,
        @Nullable UUID ownerId,
        @Nullable UUID leadId,
        @Nullable UUID dealId,
        @Nullable UUID companyId,
        @Nullable UUID contactId,
        @Nullable UUID customerId,
        @Nullable UUID contractId) {
    public static final String TYPE = "activity.completed";
}
