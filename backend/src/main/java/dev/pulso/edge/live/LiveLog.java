package dev.pulso.edge.live;

import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements about {@code live_log}. */
@ApplicationScoped
class LiveLog {
    /** As many notices are read in one go, and as many are told to who comes back. */
    static final int BATCH = 500;

    private static final String COLUMNS =
            "select seq, tenant_id, permission, type, record_id, parent_id, version from live_log ";

    private static final String ENDS =
            "select coalesce(min(seq), 1) as oldest, coalesce(max(seq), 0) as newest from live_log";

    private static final String LATEST = COLUMNS + "where seq > (select max(seq) from live_log) - 200 order by seq";

    private static final String NEXT = COLUMNS + "where seq > $1 order by seq limit $2";

    private static final String LATE = COLUMNS + "where seq = any($1) order by seq";

    private static final String SINCE = COLUMNS + "where tenant_id = $1 and seq > $2 order by seq limit $3";

    private static final String LATELY =
            COLUMNS + "where tenant_id = $1 and at > now() - interval '10 seconds' order by seq limit $2";

    /** The newest stays, so that the log always knows how far it has come. */
    private static final String FORGET = """
            delete from live_log where at < now() - interval '10 minutes' and seq < (select max(seq) from live_log)""";

    private final Tenancy tenancy;

    LiveLog(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** The oldest notice that is kept, and the newest. */
    record Ends(long oldest, long newest) {}

    Uni<Ends> ends() {
        return tenancy.withoutTenant(connection -> connection.query(ENDS).execute())
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Ends(row.getLong("oldest"), row.getLong("newest"));
                });
    }

    /** The end of the log, in order. */
    Uni<List<LiveNotice>> latest() {
        return tenancy.withoutTenant(connection -> connection.query(LATEST).execute())
                .map(LiveLog::notices);
    }

    /** What is newer than {@code seen}, and those of the {@code missing} that have turned up. */
    Uni<List<LiveNotice>> next(long seen, Collection<Long> missing) {
        return tenancy.withoutTenant(connection -> {
            Uni<List<LiveNotice>> late = missing.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : connection
                            .preparedQuery(LATE)
                            .execute(Tuple.of(missing.toArray(Long[]::new)))
                            .map(LiveLog::notices);
            return late.chain(before -> connection
                    .preparedQuery(NEXT)
                    .execute(Tuple.of(seen, BATCH))
                    .map(rows -> {
                        List<LiveNotice> all = new ArrayList<>(before);
                        all.addAll(notices(rows));
                        return all;
                    }));
        });
    }

    /** One tenant's notices after {@code seen}; without it those of the last seconds. At most {@link #BATCH} and one. */
    Uni<List<LiveNotice>> of(UUID tenantId, @Nullable Long seen) {
        return tenancy.withoutTenant(connection -> seen == null
                        ? connection.preparedQuery(LATELY).execute(Tuple.of(tenantId, BATCH + 1))
                        : connection.preparedQuery(SINCE).execute(Tuple.of(tenantId, seen, BATCH + 1)))
                .map(LiveLog::notices);
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, identity = "live-log")
    Uni<Void> forget() {
        return tenancy.withoutTenant(connection -> connection.query(FORGET).execute())
                .replaceWithVoid();
    }

    private static List<LiveNotice> notices(RowSet<Row> rows) {
        List<LiveNotice> notices = new ArrayList<>();
        rows.forEach(row -> notices.add(new LiveNotice(
                row.getLong("seq"),
                row.getUUID("tenant_id"),
                row.getString("permission"),
                row.getString("type"),
                row.getUUID("record_id"),
                row.getUUID("parent_id"),
                row.getInteger("version"))));
        return notices;
    }
}
