package dev.pulso.crm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fact {@code deal.stage_changed}, however it came about: moved, won, lost or reopened. A new place within the same
 * stage is no such fact.
 *
 * @param status of the deal now: open, won or lost
 */
@RegisterForReflection
public record DealStageChanged(
        UUID dealId,
        long amountCents,
        String currency,
        UUID pipelineId,
        UUID fromStageId,
        UUID toStageId,
        String status,
        @Nullable UUID ownerId) {
    public static final String TYPE = "deal.stage_changed";
}
