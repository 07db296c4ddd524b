package dev.pulso.audit.internal.trail;

import dev.pulso.kernel.Problem;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the audit log, newest first. Its ids are in the order of time. */
@ApplicationScoped
class AuditQueries {
    private static final String COLUMNS = """
            a.id, a.at, a.actor, a.actor_id, n.name as actor_name, a.request_id, a.entity, a.entity_id, a.action,
            a.before, a.after""";

    private static final String FROM =
            "audit_log a left join user_names n on n.tenant_id = a.tenant_id and n.id = a.actor_id";
    /** An entry's id is made a moment before its time is taken; ids only narrow down where to look. */
    private static final String SINCE = "a.at >= ? and a.id >= first_uuid_at(? - interval '1 second')";

    private static final String BEFORE = "a.at < ? and a.id < first_uuid_at(? + interval '1 second')";

    private static final String UNTIL = "a.at <= ? and a.id < first_uuid_at(? + interval '1 second')";

    /** Counting further would read more than anybody wants to know. */
    private static final String INTEGRITY = """
            select c.checked_at, c.blocks, c.entries, c.altered_entries, c.deleted_entries, c.inserted_entries, c.bad_blocks,
                   c.first_problem, c.first_block, c.first_entry, h.number, h.hash, h.sealed_at,
                   (select count(*) from (
                       select from audit_log a where a.tx > coalesce(h.upto_tx, 0) limit 10000) waiting) as unsealed
            from (select) one
            left join audit_heads h on h.number > 0
            left join lateral (select * from audit_checks order by id desc limit 1) c on true""";

    private static final String ENTRY = "select " + COLUMNS + " from " + FROM + " where a.id = $1";

    /** Written out, because the index of the few deletes is of no use to a statement that could ask for any action. */
    private static final Map<String, String> ACTIONS =
            Map.of("insert", "a.action = 'insert'", "update", "a.action = 'update'", "delete", "a.action = 'delete'");

    private final Tenancy tenancy;
    private final TenantDay days;
    private final TrailFields fields;

    AuditQueries(Tenancy tenancy, TenantDay days, TrailFields fields) {
        this.tenancy = tenancy;
        this.days = days;
        this.fields = fields;
    }

    /**
     * What to list; null leaves a condition out.
     *
     * @param from first day, in the tenant's zone
     * @param to last day
     */
    record Filter(
            @Nullable String entity,
            @Nullable UUID entityId,
            @Nullable UUID actorId,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    Uni<Page<AuditEntryData>> list(Caller caller, Filter filter, PageRequest page) {
        if (filter.from() != null && filter.to() != null && filter.to().isBefore(filter.from())) {
            throw Problem.invalid("to", "must not be before from", "range");
        }
        return days.zone(caller)
                .chain(zone -> KeysetQuery.select(COLUMNS, FROM, "a.id")
                        .where("a.entity = ?", filter.entity())
                        .where("a.entity_id = ?", filter.entityId())
                        .where("a.actor_id = ?", filter.actorId())
                        .where(SINCE, start(filter.from(), zone))
                        .where(
                                BEFORE,
                                filter.to() == null ? null : start(filter.to().plusDays(1), zone))
                        .range("at", SINCE, UNTIL, "timestamptz")
                        .anyOf("action", ACTIONS)
                        .sortable("id", "a.id", "uuid")
                        .page(tenancy, caller, page, "-id", this::data));
    }

    Uni<AuditIntegrityData> integrity(Caller caller) {
        return tenancy.query(caller, INTEGRITY, Tuple.tuple()).chain(rows -> {
            Row row = rows.iterator().next();
            UUID suspect = row.getUUID("first_entry");
            Uni<@Nullable AuditEntryData> entry = suspect == null
                    ? Uni.createFrom().nullItem()
                    : tenancy.query(caller, ENTRY, Tuple.of(suspect)).map(found -> {
                        for (Row one : found) {
                            return data(one);
                        }
                        return null;
                    });
            return entry.map(found -> integrity(row, suspect, found));
        });
    }

    private static AuditIntegrityData integrity(Row row, @Nullable UUID suspect, @Nullable AuditEntryData entry) {
        OffsetDateTime checkedAt = row.getOffsetDateTime("checked_at");
        String problem = row.getString("first_problem");
        Long number = row.getLong("number");
        return new AuditIntegrityData(
                checkedAt == null
                        ? null
                        : new AuditIntegrityData.Check(
                                checkedAt.toInstant(),
                                row.getLong("blocks"),
                                row.getLong("entries"),
                                row.getLong("altered_entries"),
                                row.getLong("deleted_entries"),
                                row.getLong("inserted_entries"),
                                row.getLong("bad_blocks"),
                                problem == null
                                        ? null
                                        : new AuditIntegrityData.Problem(
                                                problem, row.getLong("first_block"), suspect, entry)),
                row.getLong("unsealed"),
                number == null
                        ? null
                        : new AuditIntegrityData.Head(
                                number,
                                HexFormat.of()
                                        .formatHex(row.get(Buffer.class, "hash").getBytes()),
                                row.getOffsetDateTime("sealed_at").toInstant()));
    }

    private static @Nullable OffsetDateTime start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toOffsetDateTime();
    }

    private AuditEntryData data(Row row) {
        String entity = row.getString("entity");
        TrailFields.Changed changed = fields.of(entity, map(row, "before"), map(row, "after"));
        return new AuditEntryData(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getUUID("actor_id"),
                row.getString("actor_name"),
                row.getString("request_id"),
                entity,
                row.getUUID("entity_id"),
                row.getString("action"),
                changed.before(),
                changed.after());
    }

    private static @Nullable Map<String, Object> map(Row row, String column) {
        JsonObject json = row.get(JsonObject.class, column);
        return json == null ? null : json.getMap();
    }
}
