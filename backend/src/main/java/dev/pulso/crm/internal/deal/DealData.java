package dev.pulso.crm.internal.deal;

import dev.pulso.store.data.Custom;
import dev.pulso.store.data.External;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deal as lists and boards show it. */
@RegisterForReflection
public record DealData(
        UUID id,
        String title,
        long amountCents,
        AmountSource amountSource,
        long oneOffCents,
        long mrrCents,
        long firstYearCents,
        String currency,
        UUID pipelineId,
        UUID stageId,
        String position,
        @Nullable UUID companyId,
        @Nullable UUID contactId,
        @Nullable UUID ownerId,
        @Nullable LocalDate expectedCloseOn,
        DealStatus status,
        @Nullable LocalDate closedOn,
        @Nullable UUID leadId,
        @Nullable UUID customerId,
        @Nullable UUID lostReasonId,
        Instant stageEnteredAt,
        Custom custom,
        External external,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
