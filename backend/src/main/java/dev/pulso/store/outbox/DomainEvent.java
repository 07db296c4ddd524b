package dev.pulso.store.outbox;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact as handlers get it, with who caused it. */
public record DomainEvent(
        UUID id,
        UUID tenantId,
        String type,
        UUID aggregateId,
        JsonObject payload,
        Instant occurredAt,
        String actor,
        @Nullable String requestId,
        @Nullable String traceParent) {}
