package dev.pulso.store.jobs;

import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.queue.WorkQueue;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of runs. */
@ApplicationScoped
class JobRuns {
    private static final String COLUMNS =
            "r.id, r.job, r.on_date, r.trigger, r.status, r.attempt, r.next_attempt_at, r.started_at, r.finished_at, r.counts,"
                    + " r.error, r.created_at, greatest(r.created_at, r.heartbeat_at, r.finished_at) as updated_at";

    private static final String INSERT = """
            insert into job_runs as r (tenant_id, id, job, on_date, trigger, status, requested_by, requested_by_id, request_id)
            values ($1, $2, $3, $4, 'manual', 'queued', $5, $6, $7)
            on conflict (tenant_id, job) where trigger = 'manual' and status in ('queued', 'running') do nothing
            returning %s""".formatted(COLUMNS);
    /** A company that did not exist when a run was due has not missed it. */
    private static final String SCHEDULE = """
            with runs as (
                insert into job_runs (tenant_id, id, job, on_date, trigger, status, requested_by)
                select $1::uuid, due.id, due.job, due.on_date, 'schedule', 'queued', 'job:' || due.job
                from unnest($2::uuid[], $3::text[], $4::date[], $5::timestamptz[]) as due(id, job, on_date, missed_at)
                where due.missed_at is null or exists (select from tenants where created_at <= due.missed_at)
                on conflict (tenant_id, job, on_date) where trigger = 'schedule' do nothing
                returning id
            )
            insert into work (queue, tenant_id, key, ref) select '%s', $1::uuid, id, id from runs""".formatted(JobRunner.QUEUE);

    private static final String BEGIN = """
            update job_runs r
            set attempt = $2, status = 'running', started_at = now(), heartbeat_at = now(), finished_at = null,
                next_attempt_at = null, error = null
            where r.id = $1 and r.status <> 'succeeded'
            returning r.requested_by_id, r.request_id, %s""".formatted(COLUMNS);

    private static final String HEARTBEAT = "update job_runs set heartbeat_at = now(), counts = $2 where id = $1";
    private static final String SUCCEEDED = """
            update job_runs set status = 'succeeded', counts = $2, error = null, finished_at = now(), heartbeat_at = now()
            where id = $1""";
    private static final String FAILED = """
            update job_runs
            set status = 'failed', error = $2, finished_at = now(), heartbeat_at = now(),
                next_attempt_at = now() + $3 * interval '1 millisecond'
            where id = $1""";
    private static final String LATEST =
            "select distinct on (r.job) %s from job_runs r order by r.job, r.id desc".formatted(COLUMNS);

    private final Tenancy tenancy;
    private final WorkQueue queue;

    JobRuns(Tenancy tenancy, WorkQueue queue) {
        this.tenancy = tenancy;
        this.queue = queue;
    }

    /** A run that has come due. */
    record Due(String job, LocalDate on, @Nullable Instant missedAt) {}

    /** A run to begin with, and on whose behalf. */
    record Begun(
            JobRunData run,
            @Nullable UUID requestedById,
            @Nullable String requestId) {}

    /**
     * Puts a new run down for a person; null when one that a person asked for has not ended yet.
     */
    Uni<@Nullable JobRunData> start(Caller caller, String job, LocalDate on) {
        UUID id = Ids.next();
        return tenancy.bookkeeping(
                caller,
                connection -> connection
                        .preparedQuery(INSERT)
                        .execute(Tuple.tuple()
                                .addUUID(caller.tenantId())
                                .addUUID(id)
                                .addString(job)
                                .addLocalDate(on)
                                .addString(caller.actor())
                                .addUUID(caller.userId())
                                .addString(caller.requestId()))
                        .map(rows -> all(rows).stream().findFirst().orElse(null))
                        .call(run -> run == null
                                ? Uni.createFrom().voidItem()
                                : queue.put(connection, caller, JobRunner.QUEUE, id, id)));
    }

    /** Puts down the runs of a tenant that the schedule has not had yet, in the open transaction. */
    Uni<Void> schedule(SqlConnection connection, Caller caller, List<Due> due) {
        return connection
                .preparedQuery(SCHEDULE)
                .execute(Tuple.tuple()
                        .addUUID(caller.tenantId())
                        .addArrayOfUUID(due.stream().map(one -> Ids.next()).toArray(UUID[]::new))
                        .addArrayOfString(due.stream().map(Due::job).toArray(String[]::new))
                        .addArrayOfLocalDate(due.stream().map(Due::on).toArray(LocalDate[]::new))
                        .addArrayOfOffsetDateTime(due.stream()
                                .map(one -> one.missedAt() == null
                                        ? null
                                        : one.missedAt().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new)))
                .invoke(queue::soon)
                .replaceWithVoid();
    }

    /** Null when it has ended already: its process died before it could say so. */
    Uni<@Nullable Begun> begin(Caller caller, UUID run, int attempt) {
        return tenancy.bookkeeping(
                caller,
                connection -> connection
                        .preparedQuery(BEGIN)
                        .execute(Tuple.of(run, attempt))
                        .map(rows -> {
                            for (Row row : rows) {
                                return new Begun(
                                        data(row), row.getUUID("requested_by_id"), row.getString("request_id"));
                            }
                            return null;
                        }));
    }

    Uni<Void> heartbeat(Caller caller, UUID run, Map<String, Long> counts) {
        return execute(caller, HEARTBEAT, Tuple.of(run, json(counts)));
    }

    Uni<Void> succeeded(Caller caller, UUID run, Map<String, Long> counts) {
        return execute(caller, SUCCEEDED, Tuple.of(run, json(counts)));
    }

    /** @param pause until it is tried again; null: it is not */
    Uni<Void> failed(Caller caller, UUID run, String error, @Nullable Duration pause) {
        return execute(caller, FAILED, Tuple.of(run, error, pause == null ? null : pause.toMillis()));
    }

    Uni<Map<String, JobRunData>> latest(Caller caller) {
        return tenancy.query(caller, LATEST, Tuple.tuple()).map(rows -> {
            Map<String, JobRunData> latest = new LinkedHashMap<>();
            all(rows).forEach(run -> latest.put(run.job(), run));
            return latest;
        });
    }

    Uni<JobRunData> get(Caller caller, UUID id) {
        return tenancy.query(caller, "select " + COLUMNS + " from job_runs r where r.id = $1", Tuple.of(id))
                .map(rows -> all(rows).stream().findFirst().orElseThrow(Problem::notFound));
    }

    Uni<Page<JobRunData>> list(Caller caller, @Nullable String job, PageRequest page) {
        return KeysetQuery.select(COLUMNS, "job_runs r", "r.id")
                .where("r.job = ?", job)
                .sortable("started_at", "r.created_at", "timestamptz")
                .page(tenancy, caller, page, "-started_at", JobRuns::data);
    }

    private Uni<Void> execute(Caller caller, String sql, Tuple values) {
        return tenancy.bookkeeping(
                caller,
                connection -> connection.preparedQuery(sql).execute(values).replaceWithVoid());
    }

    private static JsonObject json(Map<String, Long> counts) {
        return new JsonObject(new LinkedHashMap<>(counts));
    }

    private static List<JobRunData> all(RowSet<Row> rows) {
        List<JobRunData> runs = new ArrayList<>();
        rows.forEach(row -> runs.add(data(row)));
        return runs;
    }

    private static JobRunData data(Row row) {
        Map<String, Long> counts = new LinkedHashMap<>();
        row.get(JsonObject.class, "counts")
                .forEach(entry -> counts.put(entry.getKey(), ((Number) entry.getValue()).longValue()));
        return new JobRunData(
                row.getUUID("id"),
                row.getString("job"),
                row.getLocalDate("on_date"),
                row.getString("trigger"),
                row.getString("status"),
                row.getInteger("attempt"),
                instant(row.getOffsetDateTime("next_attempt_at")),
                instant(row.getOffsetDateTime("started_at")),
                instant(row.getOffsetDateTime("finished_at")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                counts,
                row.getString("error"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
