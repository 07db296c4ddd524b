package dev.pulso.store.merge;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A merge as lists show it.
 *
 * @param kind the table of the records
 */
@RegisterForReflection
public record MergeData(
        UUID id,
        String kind,
        UUID winnerId,
        UUID loserId,
        String loserName,
        @Nullable UUID mergedById,
        Instant createdAt,
        @Nullable Instant undoneAt) {}
