package dev.pulso.files.internal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file without its content. */
@RegisterForReflection
record FileData(
        UUID id,
        String name,
        String mediaType,
        long sizeBytes,
        String sha256,
        FileState state,
        boolean hasThumbnail,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable UUID createdById,
        @Nullable UUID leadId,
        @Nullable UUID dealId,
        @Nullable UUID companyId,
        @Nullable UUID contactId,
        @Nullable UUID customerId,
        @Nullable UUID contractId,
        @Nullable UUID invoiceId,
        @Nullable UUID activityId,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
