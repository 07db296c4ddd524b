package dev.pulso.store.outbox;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Read;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events as they were put down. */
@ApplicationScoped
class EventLog {
    private static final String EVENT = """
            select id, type, schema_version, aggregate_id, aggregate_version, payload, occurred_at, actor_id, actor, request_id,
                   trace_parent
            from outbox_events where id = $1""";

    private final Tenancy tenancy;

    EventLog(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** Null when it is so old that it is kept no longer. */
    Uni<@Nullable DomainEvent> event(Caller caller, UUID id) {
        return tenancy.query(caller, EVENT, Tuple.of(id)).map(rows -> event(caller.tenantId(), rows));
    }

    /** The same as a statement. */
    static Read<@Nullable DomainEvent> read(UUID tenant, UUID id) {
        return new Read<>(EVENT, Tuple.of(id), rows -> event(tenant, rows));
    }

    private static @Nullable DomainEvent event(UUID tenant, RowSet<Row> rows) {
        for (Row row : rows) {
            return event(tenant, row);
        }
        return null;
    }

    private static DomainEvent event(UUID tenantId, Row row) {
        return new DomainEvent(
                row.getUUID("id"),
                tenantId,
                row.getString("type"),
                row.getInteger("schema_version"),
                row.getUUID("aggregate_id"),
                row.getInteger("aggregate_version"),
                row.get(JsonObject.class, "payload"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getUUID("actor_id"),
                row.getString("actor"),
                row.getString("request_id"),
                row.getString("trace_parent"));
    }
}
