package dev.pulso.crm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fact {@code deal.created}. */
@RegisterForReflection
public record DealCreated(
        UUID dealId,
        long amountCents,
        String currency,
        UUID pipelineId,
        UUID stageId,
        @Nullable UUID companyId,
        @Nullable UUID contactId,
        @Nullable UUID ownerId,
        @Nullable UUID leadId) {
    public static final String TYPE = "deal.created";
}
