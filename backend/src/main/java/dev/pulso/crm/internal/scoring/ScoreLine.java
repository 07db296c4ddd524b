package dev.pulso.crm.internal.scoring;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points of a score, and why they are given.
 *
 * @param rule key of the rule
 * @param name what the company calls it; null for Pulso's own
 * @param version of the rules
 * @param input what the rule looks at
 * @param value what was there
 * @param points what it adds; negative where it takes
 * @param sourceId the newest record that counted
 * @param at since when it is so
 * @param computedPoints what the rule gives where a person has decided otherwise, else null
 */
@RegisterForReflection
public record ScoreLine(
        String rule,
        @Nullable String name,
        ScoreFamily family,
        int version,
        String input,
        String value,
        int points,
        ScoreSourceType sourceType,
        @Nullable UUID sourceId,
        Instant at,
        @Nullable Integer computedPoints,
        @Nullable String reason,
        @Nullable UUID overriddenById) {

    public boolean overridden() {
        return computedPoints != null;
    }

    ScoreLine since(Instant moment) {
        return new ScoreLine(
                rule,
                name,
                family,
                version,
                input,
                value,
                points,
                sourceType,
                sourceId,
                moment,
                computedPoints,
                reason,
                overriddenById);
    }
}
