package dev.pulso.files.internal;

import dev.pulso.store.files.FileStore;
import dev.pulso.store.files.FileStore.Kept;
import dev.pulso.store.jobs.Job;
import dev.pulso.store.jobs.JobProgress;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Holds rows and store against each other, both ways: bytes that no row names go (a process died between the two), and a file
 * whose bytes are gone says so (a backup was restored without them), until they are back.
 */
@ApplicationScoped
class FileSweep implements Job {
    private static final Logger LOG = Logger.getLogger(FileSweep.class);

    /** Whoever keeps a file puts the bytes there first; nobody takes so long between the two. */
    private static final Duration YOUNG = Duration.ofDays(1);

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private static final String NAMED = "select id from files where id = any($1)";

    /** Those between two ids that the store has, and those that it has not. */
    private static final String TELL = """
        update files set state = case when id = any($3) then 'stored' else 'missing' end, updated_at = app_now(),
            version = version + 1
        where id > $1 and id <= $2 and created_at < $4 and state = case when id = any($3) then 'missing' else 'stored' end
        returning state\
        """;

    private final Tenancy tenancy;
    private final FileStore store;
    private final Discarded discarded;
    private final Clock clock;

    FileSweep(Tenancy tenancy, FileStore store, Discarded discarded, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.discarded = discarded;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "file-sweep";
    }

    @Override
    public String description() {
        return "Removes the content of deleted files, and content that no file names; marks files whose content is gone.";
    }

    @Override
    public LocalTime runsAt() {
        return LocalTime.of(4, 30);
    }

    @Override
    public Uni<Map<String, Long>> run(Caller caller, LocalDate on, JobProgress progress) {
        Map<String, Long> counts = new LinkedHashMap<>();
        return discarded
                .remove(caller)
                .invoke(removed -> counts.put("files_removed", removed))
                .chain(() -> compare(caller, FIRST, counts, progress))
                .replaceWith(counts);
    }

    private Uni<Void> compare(Caller caller, UUID last, Map<String, Long> counts, JobProgress progress) {
        Instant young = clock.instant().minus(YOUNG);
        return store.behind(caller.tenantId(), last).chain(kept -> {
            UUID end = kept.isEmpty() ? LAST : kept.getLast().id();
            return strays(caller, kept, young)
                    .invoke(strays -> counts.merge("strays_removed", (long) strays, Long::sum))
                    .chain(() -> tell(caller, last, end, kept, young, counts))
                    .chain(() -> kept.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : progress.report(Map.copyOf(counts)).chain(() -> compare(caller, end, counts, progress)));
        });
    }

    private Uni<Integer> strays(Caller caller, List<Kept> kept, Instant young) {
        return tenancy.query(caller, NAMED, Tuple.of(ids(kept))).chain(rows -> {
            Set<UUID> named = new HashSet<>();
            for (Row row : rows) {
                named.add(row.getUUID("id"));
            }
            List<UUID> strays = kept.stream()
                    .filter(file -> !named.contains(file.id()) && file.since().isBefore(young))
                    .map(Kept::id)
                    .toList();
            return Multi.createFrom()
                    .iterable(strays)
                    .onItem()
                    .call(id -> store.remove(caller.tenantId(), id))
                    .collect()
                    .asList()
                    .map(List::size);
        });
    }

    private Uni<Void> tell(
            Caller caller, UUID from, UUID to, List<Kept> kept, Instant young, Map<String, Long> counts) {
        return tenancy.bookkeeping(
                        caller,
                        connection -> connection
                                .preparedQuery(TELL)
                                .execute(Tuple.of(from, to, ids(kept), young.atOffset(ZoneOffset.UTC))))
                .invoke(rows -> {
                    List<String> states = new ArrayList<>();
                    rows.forEach(row -> states.add(row.getString("state")));
                    long missing = states.stream().filter("missing"::equals).count();
                    counts.merge("files_missing", missing, Long::sum);
                    counts.merge("files_found_again", states.size() - missing, Long::sum);
                    if (missing > 0) {
                        LOG.warnf(
                                "the store has lost the content of %d files of tenant %s", missing, caller.tenantId());
                    }
                })
                .replaceWithVoid();
    }

    private static UUID[] ids(List<Kept> kept) {
        return kept.stream().map(Kept::id).toArray(UUID[]::new);
    }
}
