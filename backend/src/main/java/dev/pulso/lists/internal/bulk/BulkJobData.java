package dev.pulso.lists.internal.bulk;

import dev.pulso.lists.BulkJobFinished;
import dev.pulso.store.bulk.BulkOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as it is kept. */
@RegisterForReflection
record BulkJobData(
        UUID id,
        String kind,
        String type,
        String params,
        boolean undoable,
        String status,
        int totalCount,
        int doneCount,
        int unchangedCount,
        int refusedCount,
        @Nullable UUID undoOfId,
        @Nullable UUID undoneById,
        UUID createdById,
        @Nullable String requestId,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Instant createdAt,
        Instant updatedAt) {
    /** As long as what the fields were is kept. */
    static final Duration UNDO = Duration.ofHours(24);

    boolean hasEnded() {
        return status.equals("succeeded") || status.equals("failed");
    }

    /** Who was given the records is told; of one that takes another one back nobody is. */
    BulkJobFinished finished() {
        return new BulkJobFinished(
                id,
                kind,
                type,
                status,
                doneCount,
                refusedCount,
                createdById,
                undoOfId == null && type.equals("assign") ? order().id("owner_id") : null);
    }

    BulkOrder order() {
        return new BulkOrder(type, new JsonObject(params));
    }

    /** Whether it can be taken back now. */
    boolean canBeUndone(Instant now) {
        return undoable
                && undoOfId == null
                && undoneById == null
                && finishedAt != null
                && doneCount > 0
                && now.isBefore(finishedAt.plus(UNDO));
    }
}
