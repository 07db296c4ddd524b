package dev.pulso.crm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fact {@code activity.created}. */
@RegisterForReflection
public record ActivityCreated(
        UUID activityId,
        String type,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt,
        @Nullable UUID ownerId,
        @Nullable UUID leadId,
        @Nullable UUID dealId,
        @Nullable UUID companyId,
        @Nullable UUID contactId,
        @Nullable UUID customerId,
        @Nullable UUID contractId) {
    public static final String TYPE = "activity.created";
}
