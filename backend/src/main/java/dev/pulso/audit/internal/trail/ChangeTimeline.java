package dev.pulso.audit.internal.trail;

import dev.pulso.store.timeline.TimelineEntry;
import dev.pulso.store.timeline.TimelineSource;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a record was made and changed: what the trail keeps of it, for who may read the record itself. */
@ApplicationScoped
class ChangeTimeline implements TimelineSource {
    /**
     * A card that only went up or down its column has not changed for anybody who looks back. Whose reach is limited is told no id of
     * a deal or a lead, which may be somebody else's.
     */
    private static final String STATEMENT = """
        select a.at, a.id, a.actor_id as made_by_id, a.entity, a.entity_id, a.action,
            a.before - hidden.fields as before, a.after - hidden.fields as after
        from audit_log a
        cross join (select array_remove(array[
            case when reach_is_limited('deals') then 'deal_id' end, case when reach_is_limited('deals') then 'crm_deal_id' end,
            case when reach_is_limited('leads') then 'lead_id' end], null) as fields) hidden
        where a.entity_id = $1 and a.entity = '%s' and (a.at, a.id) < ($2, $3)
          and (a.action <> 'update' or a.after - '{%s}'::text[] <> '{}'::jsonb)
        order by a.at desc, a.id desc limit $4\
        """;

    /** Tables whose records have timelines, and what their records are called there. */
    private static final Map<String, String> KINDS = Map.of(
            "leads", "lead",
            "companies", "company",
            "contacts", "contact",
            "deals", "deal",
            "customers", "customer",
            "contracts", "contract",
            "invoices", "invoice");

    private static final List<String> BOOKKEEPING = List.of("created_at", "updated_at", "version");

    private static final Map<String, String> EVENTS =
            Map.of("insert", "created", "update", "updated", "delete", "deleted");

    private final TrailFields fields;

    ChangeTimeline(TrailFields fields) {
        this.fields = fields;
    }

    @Override
    public String kind() {
        return "change";
    }

    @Override
    public @Nullable String permission() {
        return null;
    }

    @Override
    public Map<String, String> statements() {
        return KINDS.keySet().stream()
                .collect(Collectors.toMap(
                        table -> table, table -> STATEMENT.formatted(table, String.join(",", silent(table)))));
    }

    @Override
    public TimelineEntry read(Row row) {
        String entity = row.getString("entity");
        TrailFields.Changed changed = fields.of(entity, map(row, "before"), map(row, "after"));
        Map<String, @Nullable Object> detail = new HashMap<>();
        detail.put("before", telling(entity, changed.before()));
        detail.put("after", telling(entity, changed.after()));
        return new TimelineEntry(
                row.getUUID("id"),
                kind(),
                EVENTS.getOrDefault(row.getString("action"), "updated"),
                row.getOffsetDateTime("at").toInstant(),
                row.getUUID("made_by_id"),
                KINDS.getOrDefault(entity, entity),
                row.getUUID("entity_id"),
                null,
                null,
                null,
                detail);
    }

    private static @Nullable Map<String, Object> map(Row row, String column) {
        JsonObject json = row.get(JsonObject.class, column);
        return json == null ? null : json.getMap();
    }

    /** What says nothing to who looks back. The position of a deal is its place in a column, that of a contact what they do. */
    private static List<String> silent(String table) {
        return table.equals("deals")
                ? Stream.concat(BOOKKEEPING.stream(), Stream.of("position")).toList()
                : BOOKKEEPING;
    }

    private static @Nullable Map<String, @Nullable Object> telling(
            String table, @Nullable Map<String, @Nullable Object> fields) {
        if (fields == null) {
            return null;
        }
        Map<String, @Nullable Object> telling = new LinkedHashMap<>(fields);
        silent(table).forEach(telling.keySet()::remove);
        return telling;
    }
}
