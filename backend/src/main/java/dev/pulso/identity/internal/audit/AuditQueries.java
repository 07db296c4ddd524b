package dev.pulso.identity.internal.audit;

import dev.pulso.platform.data.KeysetQuery;
import dev.pulso.platform.data.Page;
import dev.pulso.platform.data.PageRequest;
import dev.pulso.platform.tenancy.Caller;
import dev.pulso.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the audit log, newest first. Its ids are in the order of time. */
@ApplicationScoped
class AuditQueries {
    private static final String COLUMNS = """
            a.id, a.at, a.actor, a.actor_id, n.name as actor_name, a.request_id, a.entity, a.entity_id, a.action,
            a.before, a.after""";

    private final Tenancy tenancy;

    AuditQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    Uni<Page<AuditEntryData>> list(
            Caller caller, @Nullable String entity, @Nullable UUID entityId, @Nullable UUID actorId, PageRequest page) {
        return KeysetQuery.select(
                        COLUMNS,
                        "audit_log a left join user_names n on n.tenant_id = a.tenant_id and n.id = a.actor_id",
                        "a.id")
                .where("a.entity = ?", entity)
                .where("a.entity_id = ?", entityId)
                .where("a.actor_id = ?", actorId)
                .sortable("id", "a.id", "uuid")
                .page(tenancy, caller, page, "-id", AuditQueries::data);
    }

    private static AuditEntryData data(Row row) {
        return new AuditEntryData(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getUUID("actor_id"),
                row.getString("actor_name"),
                row.getString("request_id"),
                row.getString("entity"),
                row.getUUID("entity_id"),
                row.getString("action"),
                map(row, "before"),
                map(row, "after"));
    }

    private static @Nullable Map<String, Object> map(Row row, String column) {
        JsonObject json = row.get(JsonObject.class, column);
        return json == null ? null : json.getMap();
    }
}
