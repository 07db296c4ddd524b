package dev.pulso.audit.internal.trail;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One write: who, what, and the fields that it changed, as the contract names and writes them. */
record AuditEntryData(
        UUID id,
        Instant at,
        String actor,
        @Nullable UUID actorId,
        @Nullable String actorName,
        @Nullable String requestId,
        String entity,
        UUID entityId,
        String action,
        @Nullable Map<String, @Nullable Object> before,
        @Nullable Map<String, @Nullable Object> after) {}
