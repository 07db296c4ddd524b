package dev.pulso.crm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fact {@code deal.lost}. The reason somebody gave stays with the deal. */
@RegisterForReflection
public record DealLost(
        UUID dealId,
        long amountCents,
        String currency,
        UUID pipelineId,
        LocalDate lostOn,
        @Nullable UUID companyId,
        @Nullable UUID contactId,
        @Nullable UUID ownerId) {
    public static final String TYPE = "deal.lost";
}
