package dev.pulso.files;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fact {@code file.created}. */
@RegisterForReflection
public record FileCreated(
        UUID fileId,
        String mediaType,
        long sizeBytes,
        @Nullable UUID leadId,
        @Nullable UUID dealId,
        @Nullable UUID companyId,
        @Nullable UUID contactId,
        @Nullable UUID customerId,
        @Nullable UUID contractId,
        @Nullable UUID invoiceId,
        @Nullable UUID activityId) {
    public static final String TYPE = "file.created";
}
