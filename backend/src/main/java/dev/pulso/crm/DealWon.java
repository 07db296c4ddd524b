package dev.pulso.crm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fact {@code deal.won}, with what came of it. */
@RegisterForReflection
public record DealWon(
        UUID dealId,
        long amountCents,
        String currency,
        UUID pipelineId,
        LocalDate wonOn,
        @Nullable UUID customerId,
        List<UUID> contractIds,
        @Nullable UUID companyId,
        @Nullable UUID contactId,
        @Nullable UUID ownerId) {
    public static final String TYPE = "deal.won";
}
