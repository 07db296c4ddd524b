package dev.pulso.store.merge;

import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.data.Custom;
import dev.pulso.store.data.CustomFilters;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.PersonalData;
import dev.pulso.store.data.Rows;
import dev.pulso.store.merge.MergedReferences.Reference;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Merges of all kinds. Names of tables and columns are the programmer's, by {@link Mergeable} and {@link MergedReferences}. */
@ApplicationScoped
public class Merges {
    /** For so long the two can be made apart again. */
    static final Duration UNDO = Duration.ofDays(30);

    /** What a merge keeps of a person, for {@link PersonalData}: it goes, and with it the way back. */
    public static final Map<String, String> PERSONAL = Map.of(
            "loser_name", PersonalData.NOBODY,
            "loser", "'{}'",
            "before", "'{}'",
            "after", "'{}'",
            "dropped", "'{}'",
            "loser_external_id", "null",
            "winner_external_id", "null");

    private static final int LONGEST_NOTES = 5000;

    /** What the database works out by itself. */
    private static final Set<String> DERIVED = Set.of("search", "name_key");

    /** What is compared by nobody: it tells of the change and not of the record. */
    private static final Set<String> BOOKKEEPING = Set.of("version", "updated_at", "search", "name_key");

    private static final Rows<MergeData> ROWS = Rows.of(MergeData.class, "m");

    private static final String KEEP = """
        insert into merges (tenant_id, id, kind, table_name, winner_id, loser_id, loser_name, loser_external_source, loser_external_id,
                            winner_external_source, winner_external_id, loser, before, after, moved, dropped, merged_by_id)
        values (current_setting('app.tenant_id')::uuid, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)\
        """;

    private static final String LIVING = """
        select coalesce(jsonb_object_agg(c.key, c.value), '{}') as values from jsonb_each($2) c
        join custom_fields f on f.kind = $1 and f.key = c.key and f.leaving_at is null\
        """;

    private static final String WAY = """
        with recursive way as (
            select winner_id, 1 as step from merges where kind = $1 and loser_id = $2 and undone_at is null
            union all
            select m.winner_id, w.step + 1 from way w
            join merges m on m.kind = $1 and m.loser_id = w.winner_id and m.undone_at is null
            where w.step < 20
        )
        select winner_id from way order by step desc limit 1\
        """;

    /** What was kept for the way back goes with it. */
    private static final String UNDONE = """
        update merges set undone_at = app_now(), loser = '{}', before = '{}', after = '{}', moved = '{}', dropped = '{}' where id = $1\
        """;

    private final Tenancy tenancy;
    private final TenantClock clock;
    private final Map<String, Mergeable> kinds = new HashMap<>();
    private final List<Reference> references;

    Merges(Tenancy tenancy, TenantClock clock, @All List<Mergeable> kinds, @All List<MergedReferences> modules) {
        this.tenancy = tenancy;
        this.clock = clock;
        kinds.forEach(kind -> this.kinds.put(kind.kind(), kind));
        this.references =
                modules.stream().flatMap(module -> module.references().stream()).toList();
    }

    /** The merges that tell of the record {@code $1}: those of what it has become, and of what became it, too. */
    public static String of(String kind) {
        return "kind = '" + kind + "' and (winner_id in (select merged_with('" + kind
                + "', $1)) or loser_id in (select merged_with('" + kind + "', $1)))";
    }

    /** The records that have become the record {@code $1}, for {@link PersonalData}. */
    public static String formerly(String kind) {
        return "select id from (select merged_with('" + kind + "', $1) as id) m where id <> $1";
    }

    /** What is moved, and what goes. */
    public List<Reference> references() {
        return references;
    }

    /** The tables of which two rows may be merged. */
    public Set<String> tables() {
        return kinds.values().stream().map(Mergeable::table).collect(Collectors.toSet());
    }

    /**
     * Makes one record of two. Both are locked in the order of their ids, so that two merges of the same never wait in a circle: the
     * second finds one of them gone.
     *
     * @param take columns that the winner takes over although it has something there itself
     */
    Uni<MergeData> merge(
            Caller caller,
            String kindName,
            UUID winner,
            ExpectedVersion expected,
            UUID loser,
            int loserVersion,
            Set<String> take) {
        Mergeable kind = kind(kindName);
        caller.require(kind.permission());
        if (winner.equals(loser)) {
            throw Problem.invalid("other_id", "must be another record", "same");
        }
        if (!take.stream().allMatch(field -> kind.columns().contains(field) || CustomFilters.isOne(field))) {
            throw Problem.invalid("take", "must be fields of which a record takes one", "enum");
        }
        UUID id = Ids.next();
        return tenancy.write(
                caller,
                session -> tenancy.sql(
                                caller,
                                connection -> locked(connection, kind, winner, loser)
                                        .chain(rows -> {
                                            JsonObject kept = rows.get(winner);
                                            JsonObject gone = rows.get(loser);
                                            if (kept == null) {
                                                throw Problem.notFound();
                                            }
                                            expected.check(kept.getInteger("version"));
                                            if (gone == null) {
                                                throw Problem.invalid(
                                                        "other_id", "names no existing record", "not_found");
                                            }
                                            if (gone.getInteger("version") != loserVersion) {
                                                throw Problem.preconditionFailed(gone.getInteger("version"));
                                            }
                                            kind.check(kept, gone);
                                            return all(caller, kind, id, kept, gone, take);
                                        }))
                        .call(() -> kind.merged(caller, winner))
                        .call(() -> session.flush())
                        .chain(() -> get(caller, id)));
    }

    private Uni<Void> all(Caller caller, Mergeable kind, UUID id, JsonObject kept, JsonObject gone, Set<String> take) {
        UUID winner = UUID.fromString(kept.getString("id"));
        UUID loser = UUID.fromString(gone.getString("id"));
        // What belongs to both may be out of the caller's reach; it must not be left behind.
        return tenancy.sql(caller.reachingAll(), connection -> {
            Uni<Void> steps = Uni.createFrom().voidItem();
            for (String statement : kind.before()) {
                steps = steps.chain(() -> connection
                        .preparedQuery(statement)
                        .execute(Tuple.of(winner, loser))
                        .replaceWithVoid());
            }
            return steps.chain(() -> move(connection, kind.table(), winner, loser))
                    .call(() -> connection
                            .preparedQuery("delete from " + kind.table() + " where id = $1")
                            .execute(Tuple.of(loser)))
                    .chain(moved -> take(connection, kind, kept, gone, take)
                            .chain(() -> row(connection, kind.table(), winner))
                            .chain(after -> keep(
                                    connection, caller, kind, id, kept, gone, Objects.requireNonNull(after), moved)));
        });
    }

    private static Uni<Void> take(
            SqlConnection connection, Mergeable kind, JsonObject kept, JsonObject gone, Set<String> take) {
        JsonObject next = new JsonObject();
        Set<String> lost = new LinkedHashSet<>();
        for (String column : kind.columns()) {
            Object mine = kept.getValue(column);
            Object theirs = gone.getValue(column);
            boolean taken = theirs != null && (mine == null || take.contains(column));
            Object left = taken ? mine : theirs;
            next.put(column, taken ? theirs : mine);
            if (kind.contacts().contains(column) && left != null && !left.equals(next.getValue(column))) {
                lost.add(left.toString());
            }
        }
        if (kept.containsKey("tags")) {
            Set<Object> tags = new LinkedHashSet<>(kept.getJsonArray("tags").getList());
            tags.addAll(gone.getJsonArray("tags").getList());
            next.put("tags", new JsonArray(List.copyOf(tags)));
        }
        if (kept.containsKey(Custom.COLUMN)) {
            next.put(Custom.COLUMN, custom(kept.getString(Custom.COLUMN), gone.getString(Custom.COLUMN), take));
        }
        next.put("notes", notes(kept.getString("notes"), gone.getString("notes"), lost));
        if (kept.getValue("external_id") == null && gone.getValue("external_id") != null) {
            next.put("external_id", gone.getValue("external_id"));
            next.put("external_source", gone.getValue("external_source"));
        }
        String set = next.fieldNames().stream()
                .map(column -> column + " = b." + column)
                .sorted()
                .collect(Collectors.joining(", "));
        return connection
                .preparedQuery("update " + kind.table() + " t set " + set
                        + ", version = t.version + 1, updated_at = app_now() from jsonb_populate_record(null::"
                        + kind.table() + ", $2) b where t.id = $1")
                .execute(Tuple.of(UUID.fromString(kept.getString("id")), next))
                .replaceWithVoid();
    }

    /** In each field of the company what the winner has, else what the other one has, or the other way round. */
    private static String custom(String mine, String theirs, Set<String> take) {
        Custom winner = Custom.read(mine);
        Map<String, Object> taken = new HashMap<>();
        Custom.read(theirs).values().forEach((key, value) -> {
            if (!winner.values().containsKey(key) || take.contains(Custom.COLUMN + "." + key)) {
                taken.put(key, value);
            }
        });
        return winner.changed(taken).write();
    }

    /** Without what stood in fields of the company that have been deleted since. */
    private static Uni<JsonObject> living(SqlConnection connection, String table, JsonObject row) {
        String custom = row.getString(Custom.COLUMN);
        if (custom == null) {
            return Uni.createFrom().item(row);
        }
        return connection
                .preparedQuery(LIVING)
                .execute(Tuple.of(table, new JsonObject(custom)))
                .map(rows -> row.copy()
                        .put(
                                Custom.COLUMN,
                                new Custom(rows.iterator()
                                                .next()
                                                .getJsonObject("values")
                                                .getMap())
                                        .write()));
    }

    private static @Nullable String notes(@Nullable String mine, @Nullable String theirs, Set<String> lost) {
        List<String> parts = new ArrayList<>();
        if (mine != null) {
            parts.add(mine);
        }
        if (theirs != null && !theirs.equals(mine)) {
            parts.add(theirs);
        }
        if (!lost.isEmpty()) {
            parts.add(String.join(", ", lost));
        }
        return parts.isEmpty() ? null : dev.pulso.kernel.Texts.shortened(String.join("\n\n", parts), LONGEST_NOTES);
    }

    private static Uni<Void> keep(
            SqlConnection connection,
            Caller caller,
            Mergeable kind,
            UUID id,
            JsonObject kept,
            JsonObject gone,
            JsonObject after,
            Moved moved) {
        JsonObject old = new JsonObject();
        JsonObject now = new JsonObject();
        for (String column : kept.fieldNames()) {
            if (!BOOKKEEPING.contains(column) && !Objects.equals(kept.getValue(column), after.getValue(column))) {
                old.put(column, kept.getValue(column));
                now.put(column, after.getValue(column));
            }
        }
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addString(kind.kind())
                        .addString(kind.table())
                        .addUUID(UUID.fromString(kept.getString("id")))
                        .addUUID(UUID.fromString(gone.getString("id")))
                        .addString(gone.getString("name"))
                        .addString(gone.getString("external_source"))
                        .addString(gone.getString("external_id"))
                        .addString(kept.getString("external_source"))
                        .addString(kept.getString("external_id"))
                        .addJsonObject(gone)
                        .addJsonObject(old)
                        .addJsonObject(now)
                        .addJsonObject(moved.ids())
                        .addJsonObject(moved.dropped())
                        .addUUID(caller.userId()))
                .replaceWithVoid();
    }

    /** The record that one has gone into, however many merges later; null when it has not. */
    public Uni<@Nullable UUID> winnerOf(Caller caller, String kind, UUID loser) {
        return tenancy.query(caller, WAY, Tuple.of(kind, loser))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getUUID(0));
    }

    /** Merges into records that the caller sees, the newest first. */
    Uni<Page<MergeData>> list(Caller caller, String kindName, PageRequest page) {
        Mergeable kind = kind(kindName);
        caller.require(kind.permission());
        return KeysetQuery.select(ROWS, "merges m")
                .where("m.kind = ?", kind.kind())
                .where("exists (select from " + kind.table() + " w where w.id = m.winner_id)")
                .sortable("created_at", "m.created_at", "timestamptz")
                .page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    private Uni<MergeData> get(Caller caller, UUID id) {
        return tenancy.query(caller, "select " + ROWS.columns() + " from merges m where m.id = $1", Tuple.of(id))
                .map(ROWS::one)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    /**
     * Makes the two apart again: the loser is there as it was, has back what is still where it was moved to, and the winner is what it was
     * where nobody has changed it since. What came later stays with the winner. Done twice, it is done once.
     */
    Uni<MergeData> undo(Caller caller, UUID id) {
        return tenancy.write(
                caller,
                session -> get(caller, id)
                        .chain(merge -> {
                            Mergeable kind = kind(merge.kind());
                            caller.require(kind.permission());
                            return tenancy.query(
                                            caller,
                                            "select id from " + kind.table() + " where id = $1 for update",
                                            Tuple.of(merge.winnerId()))
                                    .chain(seen -> {
                                        if (seen.size() == 0) {
                                            throw Problem.notFound();
                                        }
                                        return tenancy.sql(
                                                caller.reachingAll(), connection -> undo(connection, caller, kind, id));
                                    })
                                    .call(() -> kind.merged(caller.reachingAll(), merge.winnerId()))
                                    .call(() -> kind.merged(caller.reachingAll(), merge.loserId()));
                        })
                        .call(() -> session.flush())
                        .chain(() -> get(caller, id)));
    }

    private Uni<Void> undo(SqlConnection connection, Caller caller, Mergeable kind, UUID id) {
        return connection
                .preparedQuery("select * from merges where id = $1 for update")
                .execute(Tuple.of(id))
                .chain(rows -> {
                    Row merge = rows.iterator().next();
                    if (merge.getOffsetDateTime("undone_at") != null) {
                        return Uni.createFrom().voidItem();
                    }
                    boolean erased = merge.getJsonObject("loser").isEmpty();
                    if (erased
                            || merge.getOffsetDateTime("created_at")
                                    .toInstant()
                                    .isBefore(clock.now(caller).minus(UNDO))) {
                        throw Problem.conflict(
                                ProblemType.MERGE_SETTLED,
                                "The merge is older than " + UNDO.toDays() + " days, or a person of it was erased.");
                    }
                    UUID winner = merge.getUUID("winner_id");
                    UUID loser = merge.getUUID("loser_id");
                    return restore(
                                    connection,
                                    kind,
                                    winner,
                                    merge.getJsonObject("before"),
                                    merge.getJsonObject("after"))
                            .chain(() -> there(connection, kind, merge.getJsonObject("loser")))
                            .chain(gone -> again(connection, caller, kind, gone))
                            .chain(() -> moveBack(connection, kind, merge.getJsonObject("moved"), winner, loser))
                            .chain(() -> putBack(connection, merge.getJsonObject("dropped")))
                            .chain(() -> connection.preparedQuery(UNDONE).execute(Tuple.of(id)))
                            .replaceWithVoid();
                });
    }

    private static Uni<Void> restore(
            SqlConnection connection, Mergeable kind, UUID winner, JsonObject before, JsonObject after) {
        return row(connection, kind.table(), winner).chain(found -> {
            JsonObject now = Objects.requireNonNull(found);
            JsonObject former = before.copy();
            if (before.containsKey(Custom.COLUMN)) {
                former.put(
                        Custom.COLUMN,
                        customAsBefore(
                                now.getString(Custom.COLUMN),
                                before.getString(Custom.COLUMN),
                                after.getString(Custom.COLUMN)));
            }
            String set = before.fieldNames().stream()
                    .filter(column -> column.equals(Custom.COLUMN)
                            || Objects.equals(now.getValue(column), after.getValue(column)))
                    .sorted()
                    .map(column -> column + " = b." + column + ", ")
                    .collect(Collectors.joining());
            return living(connection, kind.table(), former)
                    .chain(alive -> connection
                            .preparedQuery("update " + kind.table() + " t set " + set
                                    + "version = t.version + 1, updated_at = app_now() from jsonb_populate_record(null::"
                                    + kind.table()
                                    + ", $2) b where t.id = $1")
                            .execute(Tuple.of(winner, alive))
                            .replaceWithVoid());
        });
    }

    /** The row without what it referred to and is gone by now; what has become another record since is that one. */
    private Uni<JsonObject> there(SqlConnection connection, Mergeable kind, JsonObject gone) {
        Uni<JsonObject> row = Uni.createFrom().item(gone);
        for (Reference reference : references) {
            String referred = gone.getString(reference.column());
            if (!reference.table().equals(kind.table()) || referred == null) {
                continue;
            }
            row = row.call(now -> present(connection, reference.to(), UUID.fromString(referred))
                    .invoke(found -> now.put(reference.column(), found == null ? null : found.toString())));
        }
        return row;
    }

    private Uni<@Nullable UUID> present(SqlConnection connection, String table, UUID id) {
        String kind = kinds.values().stream()
                .filter(each -> each.table().equals(table))
                .map(Mergeable::kind)
                .findFirst()
                .orElseThrow();
        return connection
                .preparedQuery("with now (id) as (select coalesce((" + WAY + "), $2)) select t.id from " + table
                        + " t join now on now.id = t.id for key share of t")
                .execute(Tuple.of(kind, id))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getUUID(0));
    }

    private static Uni<Void> putBack(SqlConnection connection, JsonObject dropped) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (String table : dropped.fieldNames()) {
            JsonArray rows = dropped.getJsonArray(table);
            String columns =
                    rows.getJsonObject(0).fieldNames().stream().sorted().collect(Collectors.joining(", "));
            all = all.chain(() -> connection
                    .preparedQuery("insert into " + table + " (" + columns + ") select " + columns
                            + " from jsonb_populate_recordset(null::" + table + ", $1) on conflict do nothing")
                    .execute(Tuple.of(rows))
                    .replaceWithVoid());
        }
        return all;
    }

    /** Field by field of the company: what nobody has changed since is what it was. */
    private static String customAsBefore(String now, String before, String after) {
        Custom present = Custom.read(now);
        Map<String, Object> was = Custom.read(before).values();
        Map<String, Object> left = Custom.read(after).values();
        Map<String, @Nullable Object> back = new HashMap<>();
        for (String key :
                Stream.concat(was.keySet().stream(), left.keySet().stream()).toList()) {
            if (Objects.equals(present.values().get(key), left.get(key))) {
                back.put(key, was.get(key));
            }
        }
        return present.changed(back).write();
    }

    /** With a later version and time, so that whoever keeps a copy hears that it is there again. */
    private Uni<Void> again(SqlConnection connection, Caller caller, Mergeable kind, JsonObject gone) {
        String columns = gone.fieldNames().stream()
                .filter(column -> !DERIVED.contains(column))
                .sorted()
                .collect(Collectors.joining(", "));
        JsonObject fresh = gone.copy()
                .put("version", gone.getInteger("version") + 1)
                .put("updated_at", clock.now(caller).atOffset(ZoneOffset.UTC).toString());
        return living(connection, kind.table(), fresh)
                .chain(alive -> connection
                        .preparedQuery("insert into " + kind.table() + " (" + columns + ") select " + columns
                                + " from jsonb_populate_record(null::" + kind.table() + ", $1)")
                        .execute(Tuple.of(alive))
                        .replaceWithVoid());
    }

    /**
     * What became of the rows that referred to the loser.
     *
     * @param ids of those that refer to the winner now, by table and column
     * @param dropped rows of which the winner had one itself, by table
     */
    private record Moved(JsonObject ids, JsonObject dropped) {}

    private Uni<Moved> move(SqlConnection connection, String table, UUID winner, UUID loser) {
        Moved moved = new Moved(new JsonObject(), new JsonObject());
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Reference reference : to(table)) {
            if (!reference.unique().isEmpty()) {
                String same = reference.unique().stream()
                        .map(column -> " and w." + column + " = c." + column)
                        .sorted()
                        .collect(Collectors.joining());
                all = all.chain(() -> connection
                        .preparedQuery("delete from " + reference.table() + " c where c." + reference.column()
                                + " = $2 and exists (select from " + reference.table() + " w where w."
                                + reference.column() + " = $1" + same + ") returning to_jsonb(c) as row")
                        .execute(Tuple.of(winner, loser))
                        .invoke(rows -> {
                            if (rows.size() > 0) {
                                moved.dropped().put(reference.table(), rows(rows));
                            }
                        })
                        .replaceWithVoid());
            }
            all = all.chain(() -> connection
                    .preparedQuery(update(reference) + " where " + reference.column() + " = $2 returning id")
                    .execute(Tuple.of(winner, loser))
                    .invoke(rows -> {
                        if (rows.size() > 0) {
                            moved.ids().put(name(reference), ids(rows));
                        }
                    })
                    .replaceWithVoid());
        }
        return all.replaceWith(moved);
    }

    private Uni<Void> moveBack(SqlConnection connection, Mergeable kind, JsonObject moved, UUID winner, UUID loser) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Reference reference : to(kind.table())) {
            JsonArray ids = moved.getJsonArray(name(reference));
            if (ids != null) {
                UUID[] rows = IntStream.range(0, ids.size())
                        .mapToObj(at -> UUID.fromString(ids.getString(at)))
                        .toArray(UUID[]::new);
                all = all.chain(() -> connection
                        .preparedQuery(
                                update(reference) + " where " + reference.column() + " = $2 and id = any($3::uuid[])")
                        .execute(Tuple.of(loser, winner, rows))
                        .replaceWithVoid());
            }
        }
        return all;
    }

    private List<Reference> to(String table) {
        return references.stream()
                .filter(reference -> reference.to().equals(table) && !reference.goes())
                .toList();
    }

    private Mergeable kind(String kind) {
        return Objects.requireNonNull(kinds.get(kind), kind);
    }

    private static String name(Reference reference) {
        return reference.table() + "." + reference.column();
    }

    private static String update(Reference reference) {
        return "update " + reference.table() + " set " + reference.column() + " = $1"
                + (reference.versioned() ? ", version = version + 1, updated_at = app_now()" : "");
    }

    private static JsonArray rows(RowSet<Row> rows) {
        JsonArray all = new JsonArray();
        rows.forEach(row -> all.add(row.getJsonObject("row")));
        return all;
    }

    private static JsonArray ids(RowSet<Row> rows) {
        List<String> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.getUUID("id").toString()));
        return new JsonArray(ids);
    }

    /** Those of the two that the caller sees. */
    private static Uni<Map<UUID, JsonObject>> locked(SqlConnection connection, Mergeable kind, UUID one, UUID other) {
        return connection
                .preparedQuery("select t.id, to_jsonb(t) as row from " + kind.table()
                        + " t where t.id = any($1) order by t.id for update")
                .execute(Tuple.of(new UUID[] {one, other}))
                .map(rows -> {
                    Map<UUID, JsonObject> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getUUID("id"), row.getJsonObject("row")));
                    return found;
                });
    }

    private static Uni<@Nullable JsonObject> row(SqlConnection connection, String table, UUID id) {
        return connection
                .preparedQuery("select to_jsonb(t) as row from " + table + " t where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getJsonObject("row"));
    }
}
