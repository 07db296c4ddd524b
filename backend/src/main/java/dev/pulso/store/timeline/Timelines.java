package dev.pulso.store.timeline;

import dev.pulso.kernel.Cursor;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.NameSource;
import dev.pulso.store.data.Page;
import dev.pulso.store.tenancy.Answers;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Read;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The timeline of a record: the entries of all kinds in one order of time, newest first. A statement for each kind that the caller
 * may read, all of them in one round trip and of one moment, however many kinds there are.
 */
@ApplicationScoped
public class Timelines {
    /** Of cursors: the order, and what it is bound to. */
    private static final String ORDER = "-at";

    private static final OffsetDateTime NEVER = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final UUID LAST = new UUID(-1, -1);

    /** A UUID by its bytes, as the database compares, which its text keeps in order. */
    private static final Comparator<TimelineEntry> NEWEST_FIRST = Comparator.comparing(TimelineEntry::at)
            .thenComparing(entry -> entry.id().toString())
            .reversed();

    private final Tenancy tenancy;
    private final List<TimelineSource> sources;
    private final Map<String, String> existing = new HashMap<>();

    Timelines(Tenancy tenancy, @All List<TimelineSource> sources, @All List<NameSource> names) {
        this.tenancy = tenancy;
        this.sources = sources;
        names.forEach(each -> each.names().forEach((table, name) -> existing.put(table, name.statement())));
    }

    /**
     * A page of the timeline of a record, or 404.
     *
     * @param table of the record
     * @param kinds of entries; all when empty
     */
    public Uni<Page<TimelineEntry>> page(
            Caller caller, String table, UUID id, Set<String> kinds, int limit, @Nullable String cursor) {
        Cursor after = Cursor.decode(cursor, ORDER + " " + id, 2);
        Instant before = after == null ? null : Objects.requireNonNull(after.instant(0));
        Tuple values = Tuple.of(
                id,
                before == null ? NEVER : before.atOffset(ZoneOffset.UTC),
                after == null ? LAST : after.uuid(1),
                limit + 1);
        Read<Boolean> there = new Read<>(
                Objects.requireNonNull(existing.get(table), () -> "nobody tells the names of " + table),
                Tuple.of(new UUID[] {id}),
                rows -> rows.size() > 0);
        List<Read<List<TimelineEntry>>> told = new ArrayList<>();
        for (TimelineSource source : sources) {
            String statement = source.statements().get(table);
            boolean allowed = source.permission() == null || caller.may(source.permission());
            if (statement != null && allowed && (kinds.isEmpty() || kinds.contains(source.kind()))) {
                told.add(new Read<>(statement, values, rows -> read(source, rows)));
            }
        }
        List<Read<?>> reads = new ArrayList<>(told);
        reads.add(there);
        return tenancy.query(caller, reads).map(answers -> {
            if (!answers.of(there)) {
                throw Problem.notFound();
            }
            return merged(answers, told, id, limit);
        });
    }

    private static List<TimelineEntry> read(TimelineSource source, RowSet<Row> rows) {
        List<TimelineEntry> entries = new ArrayList<>();
        rows.forEach(row -> entries.add(source.read(row)));
        return entries;
    }

    private static Page<TimelineEntry> merged(
            Answers answers, List<Read<List<TimelineEntry>>> told, UUID id, int limit) {
        List<TimelineEntry> all = new ArrayList<>();
        told.forEach(read -> all.addAll(answers.of(read)));
        all.sort(NEWEST_FIRST);
        boolean more = all.size() > limit;
        List<TimelineEntry> shown = List.copyOf(more ? all.subList(0, limit) : all);
        TimelineEntry last = more ? shown.getLast() : null;
        return new Page<>(shown, last == null ? null : Cursor.encode(ORDER + " " + id, last.at(), last.id()));
    }
}
