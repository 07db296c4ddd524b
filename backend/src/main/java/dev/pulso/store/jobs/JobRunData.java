package dev.pulso.store.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run of a job. */
record JobRunData(
        UUID id,
        String job,
        LocalDate on,
        String trigger,
        String status,
        int attempt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Instant createdAt,
        Instant updatedAt,
        Map<String, Long> counts,
        @Nullable String error) {}
