package dev.pulso.store.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Work that has failed for good. */
record DeadLetterData(
        UUID id,
        String queue,
        UUID referenceId,
        @Nullable String eventType,
        @Nullable UUID recordId,
        int attempts,
        @Nullable String error,
        Instant createdAt,
        Instant failedAt) {}
