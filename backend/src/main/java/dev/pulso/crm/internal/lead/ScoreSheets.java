package dev.pulso.crm.internal.lead;

import dev.pulso.crm.internal.scoring.ScoreFacts.Count;
import dev.pulso.crm.internal.scoring.ScoreFacts.Override;
import dev.pulso.crm.internal.scoring.ScoreFamily;
import dev.pulso.crm.internal.scoring.ScoreInput;
import dev.pulso.crm.internal.scoring.ScoreJson;
import dev.pulso.crm.internal.scoring.ScoreSheet;
import dev.pulso.crm.internal.scoring.ScoreSourceType;
import dev.pulso.kernel.Ids;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What scores are made from, and the sheets that were made. */
@ApplicationScoped
class ScoreSheets {
    /** Calls and meetings that were held are conversations. */
    private static final String DEEDS = """
        select l.id,
            (select json_agg(s) from (
                select type, count(*)::int as count, max(occurred_at) as last_at,
                       (array_agg(g.id order by g.occurred_at desc, g.id desc))[1] as id
                from lead_signals g where g.lead_id = l.id group by type) s) as signals,
            (select json_agg(t) from (
                select count(*)::int as count, max(a.completed_at) as last_at,
                       (array_agg(a.id order by a.completed_at desc, a.id desc))[1] as id
                from activities a
                where a.lead_id = l.id and a.completed_at is not null and a.type in ('call', 'meeting')
                having count(*) > 0) t) as talks,
            (select json_agg(o) from (
                select rule, points, reason, overridden_by_id from lead_score_overrides o where o.lead_id = l.id) o) as overrides,
            (select lines from lead_score_sheets h where h.lead_id = l.id order by h.id desc limit 1) as lines
        from unnest($1::uuid[]) l (id)\
        """;

    private static final String KEEP = """
        insert into lead_score_sheets (tenant_id, id, lead_id, total, bant, engagement, fit, lines)
        select current_setting('app.tenant_id')::uuid, s.id, s.lead_id, s.total, s.bant, s.engagement, s.fit, s.lines::jsonb
        from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::int[], $6::int[], $7::text[])
            as s (id, lead_id, total, bant, engagement, fit, lines)\
        """;

    private static final String FORGET = """
        delete from lead_score_sheets h using unnest($1::uuid[]) l (id)
        where h.lead_id = l.id
          and h.id < (select k.id from lead_score_sheets k where k.lead_id = l.id order by k.id desc offset 49 limit 1)\
        """;

    private final Tenancy tenancy;

    ScoreSheets(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** A new sheet of a lead. */
    record Made(UUID leadId, ScoreSheet sheet) {}

    /** By lead. A score is the same whoever asks, so reach does not count. */
    Uni<Map<UUID, LeadDeeds>> deeds(Caller caller, List<UUID> leads) {
        return tenancy.query(caller.reachingAll(), DEEDS, Tuple.of(leads.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, LeadDeeds> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getUUID("id"), deeds(row)));
                    return found;
                });
    }

    /** Keeps new sheets in the open transaction, and the newest 50 of each lead. */
    Uni<Void> keep(Caller caller, List<Made> made) {
        if (made.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] leads = made.stream().map(Made::leadId).toArray(UUID[]::new);
        Tuple values = Tuple.tuple()
                .addArrayOfUUID(made.stream().map(one -> Ids.next()).toArray(UUID[]::new))
                .addArrayOfUUID(leads)
                .addArrayOfInteger(made.stream().map(one -> one.sheet().total()).toArray(Integer[]::new))
                .addArrayOfInteger(sums(made, ScoreFamily.BANT))
                .addArrayOfInteger(sums(made, ScoreFamily.ENGAGEMENT))
                .addArrayOfInteger(sums(made, ScoreFamily.FIT))
                .addArrayOfString(made.stream()
                        .map(one -> ScoreJson.lines(one.sheet()).encode())
                        .toArray(String[]::new));
        return tenancy.sql(
                caller.reachingAll(),
                connection -> connection
                        .preparedQuery(KEEP)
                        .execute(values)
                        .chain(() -> connection.preparedQuery(FORGET).execute(Tuple.of(leads)))
                        .replaceWithVoid());
    }

    private static Integer[] sums(List<Made> made, ScoreFamily family) {
        return made.stream().map(one -> one.sheet().of(family)).toArray(Integer[]::new);
    }

    private static LeadDeeds deeds(Row row) {
        Map<ScoreInput, Count> counts = new EnumMap<>(ScoreInput.class);
        for (JsonObject signal : objects(row, "signals")) {
            ScoreInput input =
                    signal.getString("type").equals("email_open") ? ScoreInput.EMAIL_OPENS : ScoreInput.CONVERSATIONS;
            counts.put(input, count(signal, ScoreSourceType.SIGNAL));
        }
        for (JsonObject talk : objects(row, "talks")) {
            counts.merge(ScoreInput.CONVERSATIONS, count(talk, ScoreSourceType.ACTIVITY), Count::and);
        }
        Map<String, Override> overrides = new HashMap<>();
        for (JsonObject override : objects(row, "overrides")) {
            String by = override.getString("overridden_by_id");
            overrides.put(
                    override.getString("rule"),
                    new Override(
                            override.getInteger("points"),
                            override.getString("reason"),
                            by == null ? null : UUID.fromString(by)));
        }
        JsonArray lines = row.getJsonArray("lines");
        return new LeadDeeds(counts, overrides, lines == null ? List.of() : ScoreJson.lines(lines));
    }

    private static Count count(JsonObject json, ScoreSourceType source) {
        return new Count(
                json.getInteger("count"),
                OffsetDateTime.parse(json.getString("last_at")).toInstant(),
                source,
                UUID.fromString(json.getString("id")));
    }

    private static List<JsonObject> objects(Row row, String column) {
        JsonArray array = row.getJsonArray(column);
        return array == null
                ? List.of()
                : array.stream().map(JsonObject.class::cast).toList();
    }
}
