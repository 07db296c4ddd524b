package dev.pulso.store.outbox;

import dev.pulso.store.tenancy.Caller;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as subscribers get it, with who caused it.
 *
 * @param type such as {@code deal.won}; its first word is the kind of the record
 * @param version of the form of the payload
 * @param aggregateId the record it is about
 * @param aggregateVersion of that record once this had happened; null where such records have none
 * @param actorId the person or API key that caused it, or null: the product itself
 * @param actor who to name in the audit trail; an address, so it stays inside
 */
public record DomainEvent(
        UUID id,
        UUID tenantId,
        String type,
        int version,
        UUID aggregateId,
        @Nullable Integer aggregateVersion,
        JsonObject payload,
        Instant occurredAt,
        @Nullable UUID actorId,
        String actor,
        @Nullable String requestId,
        @Nullable String traceParent) {

    /** As the catalogue has it (openapi/events.yaml), for whoever is told outside. */
    public JsonObject envelope() {
        return new JsonObject()
                .put("id", id.toString())
                .put("type", type)
                .put("version", version)
                .put("occurred_at", occurredAt.toString())
                .put("tenant_id", tenantId.toString())
                .put(
                        "record",
                        new JsonObject()
                                .put("type", type.substring(0, type.indexOf('.')))
                                .put("id", aggregateId.toString())
                                .put("version", aggregateVersion))
                .put(
                        "actor",
                        new JsonObject()
                                .put("type", actorId == null ? "system" : Caller.isApiKey(actor) ? "api_key" : "user")
                                .put("id", actorId == null ? actor : actorId.toString()))
                .put("data", payload);
    }
}
