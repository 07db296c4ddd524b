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
            "seq, tenant_id, permission, type, record_id, parent_id, version, owner_kind, owner_id, user_id";

    private static final String ENDS =
            "select coalesce(min(seq), 1) as oldest, coalesce(max(seq), 0) as newest from live_log";

    /** One statement, so that what had settled and what was there to be read are of the same moment. */
    private static final String LATEST = """
            select h.oldest_open, h.next_number, l.*
            from settled_horizon() h
            left join (select %s from live_log where seq > (select max(seq) from live_log) - 200) l on true
            order by l.seq""".formatted(COLUMNS);

    private static final String NEXT = """
            select h.oldest_open, h.next_number, l.*
            from settled_horizon() h
            left join ((select %1$s from live_log where seq = any($3))
                       union all
                       (select %1$s from live_log where seq > $1 order by seq limit $2)) l on true
            order by l.seq""".formatted(COLUMNS);

    private static final String SINCE =
            "select " + COLUMNS + " from live_log where tenant_id = $1 and seq > $2 order by seq limit $3";

    private static final String LATELY = "select " + COLUMNS
            + " from live_log where tenant_id = $1 and at > now() - interval '10 seconds' order by seq limit $2";

    /** Which tenants have changed anything since: see {@link LiveChanges}. */
    private static final String CHANGED = "select distinct tenant_id from live_log";

    /** From the front, where the oldest stand; the newest stays, so that the log always knows how far it has come. */
    private static final String FORGET = """
            delete from live_log where seq = any(array(
                select old.seq from (select seq, at from live_log order by seq limit 5000) old
                where old.at < now() - interval '10 minutes' and old.seq < (select max(seq) from live_log)))""";

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

    /** What was read, and what had settled then. */
    record Read(List<LiveNotice> notices, LiveProgress.Horizon horizon) {}

    /** The end of the log, in order. */
    Uni<Read> latest() {
        return tenancy.withoutTenant(connection -> connection.query(LATEST).execute())
                .map(LiveLog::read);
    }

    /** What is newer than {@code seen}, and those of the {@code missing} that have turned up. */
    Uni<Read> next(long seen, Collection<Long> missing) {
        return tenancy.withoutTenant(connection ->
                        connection.preparedQuery(NEXT).execute(Tuple.of(seen, BATCH, missing.toArray(Long[]::new))))
                .map(LiveLog::read);
    }

    Uni<List<UUID>> changed() {
        return tenancy.withoutTenant(connection -> connection.query(CHANGED).execute())
                .map(rows -> {
                    List<UUID> tenants = new ArrayList<>();
                    rows.forEach(row -> tenants.add(row.getUUID(0)));
                    return tenants;
                });
    }

    /** One tenant's notices after {@code seen}; without it those of the last seconds. At most {@link #BATCH} and one. */
    Uni<List<LiveNotice>> of(UUID tenantId, @Nullable Long seen) {
        return tenancy.withoutTenant(connection -> seen == null
                        ? connection.preparedQuery(LATELY).execute(Tuple.of(tenantId, BATCH + 1))
                        : connection.preparedQuery(SINCE).execute(Tuple.of(tenantId, seen, BATCH + 1)))
                .map(LiveLog::notices);
    }

    /** By one node; the others find it done. Not at once: after down time others look at what has changed before it. */
    @Scheduled(
            every = "1m",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "live-log")
    Uni<Void> forget() {
        return tenancy.withoutTenant(connection -> connection
                        .query("select pg_try_advisory_xact_lock(hashtextextended('live_log', 22))")
                        .execute()
                        .chain(rows -> rows.iterator().next().getBoolean(0)
                                ? connection.query(FORGET).execute().map(RowSet::rowCount)
                                : Uni.createFrom().item(0)))
                .chain(gone -> gone >= 1_000 ? forget() : Uni.createFrom().voidItem());
    }

    private static Read read(RowSet<Row> rows) {
        List<LiveNotice> notices = new ArrayList<>();
        LiveProgress.Horizon horizon = new LiveProgress.Horizon(0, 0);
        for (Row row : rows) {
            horizon = new LiveProgress.Horizon(row.getLong("oldest_open"), row.getLong("next_number"));
            if (row.getLong("seq") != null) {
                notices.add(notice(row));
            }
        }
        return new Read(notices, horizon);
    }

    private static List<LiveNotice> notices(RowSet<Row> rows) {
        List<LiveNotice> notices = new ArrayList<>();
        rows.forEach(row -> notices.add(notice(row)));
        return notices;
    }

    private static LiveNotice notice(Row row) {
        return new LiveNotice(
                row.getLong("seq"),
                row.getUUID("tenant_id"),
                row.getString("permission"),
                row.getString("type"),
                row.getUUID("record_id"),
                row.getUUID("parent_id"),
                row.getInteger("version"),
                row.getString("owner_kind"),
                row.getUUID("owner_id"),
                row.getUUID("user_id"));
    }
}
