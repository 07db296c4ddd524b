package dev.pulso.crm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fact {@code lead.score_crossed}: a score has reached a threshold, or has fallen well below it.
 *
 * @param direction {@code up} or {@code down}
 */
@RegisterForReflection
public record LeadScoreCrossed(
        UUID leadId,
        int threshold,
        String direction,
        int score,
        @Nullable UUID ownerId) {
    public static final String TYPE = "lead.score_crossed";
}
