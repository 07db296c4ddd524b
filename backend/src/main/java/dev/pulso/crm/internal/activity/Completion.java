package dev.pulso.crm.internal.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an activity ended.
 *
 * @param completedAt null: now
 * @param durationMinutes null: as it was said before
 * @param next the step to create after it, or null
 */
record Completion(
        @Nullable String outcome,
        @Nullable Instant completedAt,
        @Nullable Integer durationMinutes,
        @Nullable NewActivity next) {

    /** It was done, now, and that is all. */
    static final Completion PLAIN = new Completion(null, null, null, null);
}
