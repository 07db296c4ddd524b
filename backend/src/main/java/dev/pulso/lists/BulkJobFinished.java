package dev.pulso.lists;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fact {@code bulk_job.finished}.
 *
 * @param status {@code succeeded} or {@code failed}
 * @param ownerId who was given the records, where that was what was done
 */
@RegisterForReflection
public record BulkJobFinished(
        UUID bulkJobId,
        String kind,
        String action,
        String status,
        long doneCount,
        long refusedCount,
        UUID orderedById,
        @Nullable UUID ownerId) {
    public static final String TYPE = "bulk_job.finished";
}
