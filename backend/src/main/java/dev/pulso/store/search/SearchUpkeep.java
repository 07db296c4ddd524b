package dev.pulso.store.search;

import dev.pulso.kernel.Steps;
import dev.pulso.store.jobs.Job;
import dev.pulso.store.jobs.JobProgress;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares the words of records with what they are found by, and mends the difference: a record that was there before it could be found, one
 * that was written while the other by whose name it is found got a new one. In slices of records, each of which is read and
 * mended in one statement and as of one moment; a run that is broken off has done what it has done.
 */
@ApplicationScoped
class SearchUpkeep implements Job {
    /** Each slice reads all words of its kind: fewer slices are less to read. */
    private static final int SLICE = 20_000;

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    /** The end of the slice that begins after {@code $1}, or none: it is the last one. */
    private static final String SLICE_END =
            "select r.id from %s r where r.id > $1 order by r.id offset " + (SLICE - 1) + " limit 1";

    private static final String MEND = """
        with known as materialized (
            select r.id as record_id, w.word collate "C" as word, max(w.weight) as weight
            from %2$s r cross join lateral search_words_of(r) w where r.id > $1 and r.id <= $2 group by r.id, w.word collate "C"
        ), kept as materialized (
            select s.record_id, s.word, s.weight from search_words s
            where s.kind = '%1$s' and s.record_id > $1 and s.record_id <= $2
        ), gone as (
            delete from search_words s using (select record_id, word from kept except select record_id, word from known) x
            where s.tenant_id = $3 and s.kind = '%1$s' and s.word = x.word and s.record_id = x.record_id returning 1
        ), made as (
            insert into search_words (tenant_id, kind, word, record_id, weight)
            select $3, '%1$s', m.word, m.record_id, m.weight
            from (select record_id, word, weight from known except select record_id, word, weight from kept) m
            on conflict (tenant_id, kind, word, record_id) do update set weight = excluded.weight returning 1
        )
        select (select count(*) from made) as made, (select count(*) from gone) as gone\
        """;

    private final Tenancy tenancy;
    private final List<SearchKind> kinds;
    private final Counter made;
    private final Counter gone;

    SearchUpkeep(Tenancy tenancy, @All List<SearchSource> sources, MeterRegistry registry) {
        this.tenancy = tenancy;
        this.kinds = sources.stream().flatMap(source -> source.kinds().stream()).toList();
        this.made = mended(registry, "added");
        this.gone = mended(registry, "removed");
    }

    private static Counter mended(MeterRegistry registry, String how) {
        return Counter.builder("pulso.search.mended")
                .description(
                        "Words by which a record was not found, or was found wrongly, before the nightly comparison")
                .tag("how", how)
                .register(registry);
    }

    @Override
    public String name() {
        return "search-words";
    }

    @Override
    public String description() {
        return "Compares the words by which records are found with what the records say, and mends the difference.";
    }

    @Override
    public LocalTime runsAt() {
        return LocalTime.of(2, 30);
    }

    @Override
    public Uni<Map<String, Long>> run(Caller caller, LocalDate on, JobProgress progress) {
        Map<String, Long> counts = new HashMap<>(Map.of("words_added", 0L, "words_removed", 0L));
        // Of records that who runs it does not see, the words are right as well.
        Caller all = caller.reachingAll();
        return Steps.inOrder(kinds, kind -> slices(all, kind, FIRST, counts, progress))
                .replaceWith(() -> Map.copyOf(counts));
    }

    private Uni<Void> slices(
            Caller caller, SearchKind kind, UUID after, Map<String, Long> counts, JobProgress progress) {
        return tenancy.query(caller, SLICE_END.formatted(kind.table()), Tuple.of(after))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getUUID("id"))
                .chain(end -> mend(caller, kind, after, end, counts)
                        .chain(() -> end == null
                                ? Uni.createFrom().voidItem()
                                : progress.report(Map.copyOf(counts))
                                        .chain(() -> slices(caller, kind, end, counts, progress))));
    }

    private Uni<Void> mend(Caller caller, SearchKind kind, UUID after, @Nullable UUID end, Map<String, Long> counts) {
        Tuple slice = Tuple.of(after, end == null ? LAST : end, caller.tenantId());
        return tenancy.bookkeeping(
                        caller,
                        connection -> connection
                                .preparedQuery(MEND.formatted(kind.name(), kind.table()))
                                .execute(slice))
                .invoke(rows -> {
                    Row row = rows.iterator().next();
                    made.increment(row.getLong("made"));
                    gone.increment(row.getLong("gone"));
                    counts.merge("words_added", row.getLong("made"), Long::sum);
                    counts.merge("words_removed", row.getLong("gone"), Long::sum);
                })
                .replaceWithVoid();
    }
}
