package dev.pulso.crm.internal.activity;

import dev.pulso.store.data.External;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that was done or is to be done, as lists show it. */
@RegisterForReflection
record ActivityData(
        UUID id,
        ActivityType type,
        String subject,
        ActivityStatus status,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt,
        @Nullable Integer durationMinutes,
        @Nullable Integer reminderMinutes,
        @Nullable String repeats,
        @Nullable UUID seriesId,
        @Nullable Instant completedAt,
        @Nullable UUID completedById,
        @Nullable String outcome,
        @Nullable UUID ownerId,
        @Nullable UUID createdById,
        @Nullable UUID leadId,
        @Nullable UUID dealId,
        @Nullable UUID companyId,
        @Nullable UUID contactId,
        @Nullable UUID customerId,
        @Nullable UUID contractId,
        External external,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
