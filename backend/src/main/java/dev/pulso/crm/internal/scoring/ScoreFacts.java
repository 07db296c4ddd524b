package dev.pulso.crm.internal.scoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a lead as far as it scores.
 *
 * @param bantGiven what somebody said that BANT is, instead of the answers
 * @param companySize number of people as it was typed: {@code 51-200}
 * @param counts what it did
 * @param overrides what people have decided, by rule
 * @param before the lines of the sheet that there is
 */
public record ScoreFacts(
        @Nullable String budget,
        @Nullable String authority,
        @Nullable String need,
        @Nullable String timeline,
        @Nullable Integer bantGiven,
        @Nullable String companySize,
        Map<ScoreInput, Count> counts,
        Map<String, Override> overrides,
        List<ScoreLine> before) {

    /** How often something happened, and the newest of it. */
    public record Count(int count, Instant lastAt, ScoreSourceType source, UUID id) {
        /** Of two kinds of records that count as one thing. */
        public Count and(Count other) {
            Count newest = lastAt.isBefore(other.lastAt) ? other : this;
            return new Count(count + other.count, newest.lastAt, newest.source, newest.id);
        }
    }

    /** What a person decided, and why. */
    public record Override(
            int points, String reason, @Nullable UUID byId) {}
}
