package dev.pulso.store.data;

import dev.pulso.kernel.Cursor;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has left a list, in the order in which it did; told to those only who had it. */
final class Removals {
    /**
     * Of the caller's reach as the database knows it: what it finds in the table has not left. Who had a record reached its owner or
     * all the owners by whom it was reached besides, or has lost one of them since.
     */
    private static final String LEFT = """
        select r.record_id as id, r.reason, r.updated_at, r.updated_at::text as at from removals r
        where r.entity = $1 and r.updated_at >= $2 and r.updated_at < $3
          and ($4::text is null or (r.updated_at, r.record_id) > ($4::timestamptz, $5::uuid))
          and (case when $6::uuid[] is null then r.reason = 'deleted'
                    else r.owner_id = any ($6) or reached_all(r.reached_as, $10::text::jsonb) or exists (
                        select from reach_losses l where l.user_id = $7 and l.kind = any ($9) and l.updated_at >= $2
                          and (l.owner_id is null or l.owner_id = r.owner_id
                               or l.owner_id = (r.reached_as ->> l.kind)::uuid)) end)
          and not exists (select from %s t where t.id = r.record_id)
        order by r.updated_at, r.record_id limit $8\
        """;
    /** Of all records: those of owners that the caller has lost. */
    private static final String OUT_OF_REACH = """
        select t.id, 'scope' as reason, max(l.updated_at) as updated_at, max(l.updated_at)::text as at
        from reach_losses l join (select t.id, t.owner_id, %2$s as reached_as from %1$s) t
          on l.owner_id is null or l.owner_id = t.owner_id or l.owner_id = (t.reached_as ->> l.kind)::uuid
        where l.user_id = $1 and l.kind = any ($2) and l.updated_at >= $3 and l.updated_at < $4
          and ($5::text is null or (l.updated_at, t.id) > ($5::timestamptz, $6::uuid))
          and not coalesce(t.owner_id = any ($7::uuid[]), false)
          and not coalesce(reached_all(t.reached_as, $9::text::jsonb), false)
        group by t.id order by updated_at, t.id limit $8\
        """;

    private final String table;
    private final String from;
    private final String reachedAs;
    private final List<String> kinds;

    private Removals(String table, String from, String reachedAs, List<String> kinds) {
        this.table = table;
        this.from = from;
        this.reachedAs = reachedAs;
        this.kinds = kinds;
    }

    /** @param table of records that are reached by their owners, whose reach goes by its name */
    static Removals of(String table) {
        return new Removals(table, table + " t", "null::jsonb", List.of(table));
    }

    /**
     * Records that are reached as others are.
     *
     * @param joined the table, called {@code t}, and the others
     * @param reachedAs their owners by their kinds, as {@code removals.reached_as} keeps them
     */
    static Removals of(String table, String joined, String reachedAs, List<String> kinds) {
        return new Removals(table, joined, reachedAs, kinds);
    }

    /** @param at as the database writes it, for cursors */
    record Left(Removed removed, OffsetDateTime time, String at) {}

    /** The first so many in the window, after the cursor if there is one. */
    Uni<List<Left>> between(
            Tenancy tenancy,
            Caller caller,
            OffsetDateTime since,
            OffsetDateTime until,
            @Nullable Cursor after,
            int most) {
        String value = after == null ? null : after.text(0);
        UUID id = after == null ? null : after.uuid(1);
        Map<String, Set<UUID>> limited = new TreeMap<>(caller.reach());
        limited.keySet().retainAll(kinds);
        UUID[] reach = limited.isEmpty()
                ? null
                : limited.values().stream().flatMap(Set::stream).toArray(UUID[]::new);
        String reachOf = JsonObject.mapFrom(limited).encode();
        String[] lostKinds = kinds.toArray(String[]::new);
        Tuple values = Tuple.from(
                Arrays.asList(table, since, until, value, id, reach, caller.userId(), most, lostKinds, reachOf));
        Uni<List<Left>> left =
                tenancy.query(caller, LEFT.formatted(table), values).map(Removals::read);
        if (reach == null || caller.userId() == null) {
            return left;
        }
        Tuple lost =
                Tuple.from(Arrays.asList(caller.userId(), lostKinds, since, until, value, id, reach, most, reachOf));
        return left.chain(first -> tenancy.query(caller.reachingAll(), OUT_OF_REACH.formatted(from, reachedAs), lost)
                .map(rows -> merged(first, read(rows), most)));
    }

    private static List<Left> merged(List<Left> one, List<Left> other, int most) {
        List<Left> all = new ArrayList<>(one);
        all.addAll(other);
        all.sort(Comparator.comparing(Left::time)
                .thenComparing(left -> left.removed().id().toString()));
        return all.subList(0, Math.min(most, all.size()));
    }

    private static List<Left> read(RowSet<Row> rows) {
        List<Left> left = new ArrayList<>();
        for (Row row : rows) {
            OffsetDateTime at = row.getOffsetDateTime("updated_at");
            left.add(new Left(
                    new Removed(row.getUUID("id"), row.getString("reason"), at.toInstant()), at, row.getString("at")));
        }
        return left;
    }
}
