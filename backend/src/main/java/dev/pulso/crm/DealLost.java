package dev.pulso.crm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fact {@code deal.lost}, with the reason somebody gave. */
@RegisterForReflection
public record DealLost(
        UUID dealId,
        String title,
        long amountCents,
        String currency,
        UUID pipelineId,
        LocalDate lostOn,
        String reason,
        @Nullable UUID companyId,
        @Nullable UUID contactId,
        @Nullable UUID ownerId) {
    public static final String TYPE = "deal.lost";
}
