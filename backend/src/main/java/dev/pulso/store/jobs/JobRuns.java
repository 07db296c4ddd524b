package dev.pulso.store.jobs;

import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
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
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The rows of runs. */
@ApplicationScoped
class JobRuns {
    private static final String COLUMNS =
            "r.id, r.job, r.on_date, r.trigger, r.status, r.attempt, r.next_attempt_at, r.started_at, r.finished_at, r.counts,"
                    + " r.error";
    /** After so many attempts a run is left to a person. */
    private static final int ATTEMPTS = 5;

    private static final String INSERT = """
            insert into job_runs as r (tenant_id, id, job, on_date, trigger, status, started_at, heartbeat_at, requested_by)
            select $1::uuid, $2::uuid, $3::text, $4::date, $5::text, 'running', now(), now(), $6::text
            where $7::timestamptz is null or exists (select from tenants where created_at <= $7)
            on conflict (tenant_id, job, on_date) where trigger = 'schedule' do nothing
            returning %s""".formatted(COLUMNS);
    private static final String GIVE_UP = """
            update job_runs set status = 'failed', finished_at = now(), error = 'Its process died at each of the attempts.'
            where status = 'running' and attempt >= $2 and heartbeat_at < now() - $1 * interval '1 millisecond'""";
    /** Skipping what is locked: a transaction of the present owner holds its run (hold_job_run). */
    private static final String TAKE_UP = """
            update job_runs r
            set attempt = r.attempt + 1, status = 'running', started_at = now(), heartbeat_at = now(), finished_at = null,
                next_attempt_at = null, error = null
            where r.id = any(array(
                select waiting.id from job_runs waiting
                where (waiting.status = 'running' and waiting.heartbeat_at < now() - $1 * interval '1 millisecond')
                   or waiting.next_attempt_at <= now()
                for update skip locked))
            returning %s""".formatted(COLUMNS);

    private static final String HEARTBEAT = "update job_runs set heartbeat_at = now(), counts = $2 where id = $1";
    private static final String FINISH = """
            update job_runs set status = $2, counts = coalesce($3, counts), error = $4, finished_at = now(), heartbeat_at = now()
            where id = $1""";
    private static final String TRY_AGAIN = """
            update job_runs set next_attempt_at = now() + (array[1, 5, 15, 60])[attempt] * interval '1 minute'
            where id = $1 and trigger = 'schedule' and attempt < $2""";
    private static final String LATEST =
            "select distinct on (r.job) %s from job_runs r order by r.job, r.id desc".formatted(COLUMNS);

    private final Tenancy tenancy;
    private final Duration deadAfter;

    JobRuns(Tenancy tenancy, @ConfigProperty(name = "pulso.jobs.dead-after") Duration deadAfter) {
        this.tenancy = tenancy;
        this.deadAfter = deadAfter;
    }

    /** A new running run. */
    Uni<JobRunData> start(Caller caller, String job, LocalDate on) {
        return insert(caller, job, on, "manual", null).map(Objects::requireNonNull);
    }

    /**
     * A new running run, once per day.
     *
     * @param missedAt when the run of an earlier day was due: a company that did not exist then has not missed it
     * @return null when the schedule has already had its run of that day
     */
    Uni<@Nullable JobRunData> startScheduled(Caller caller, String job, LocalDate on, @Nullable Instant missedAt) {
        return insert(caller, job, on, "schedule", missedAt);
    }

    private Uni<@Nullable JobRunData> insert(
            Caller caller, String job, LocalDate on, String trigger, @Nullable Instant missedAt) {
        return tenancy.bookkeeping(
                caller,
                connection -> connection
                        .preparedQuery(INSERT)
                        .execute(Tuple.tuple()
                                .addUUID(caller.tenantId())
                                .addUUID(Ids.next())
                                .addString(job)
                                .addLocalDate(on)
                                .addString(trigger)
                                .addString(caller.actor())
                                .addOffsetDateTime(missedAt == null ? null : missedAt.atOffset(ZoneOffset.UTC)))
                        .map(rows -> all(rows).stream().findFirst().orElse(null)));
    }

    /** Runs whose process has died or that failed and are due again: now this process's to go on with. */
    Uni<List<JobRunData>> takeUp(Caller caller) {
        return tenancy.bookkeeping(
                caller,
                connection -> connection
                        .preparedQuery(GIVE_UP)
                        .execute(Tuple.of(deadAfter.toMillis(), ATTEMPTS))
                        .chain(() -> connection.preparedQuery(TAKE_UP).execute(Tuple.of(deadAfter.toMillis())))
                        .map(JobRuns::all));
    }

    Uni<Void> heartbeat(Caller caller, UUID run, Map<String, Long> counts) {
        return execute(caller, HEARTBEAT, Tuple.of(run, json(counts)));
    }

    Uni<Void> succeeded(Caller caller, UUID run, Map<String, Long> counts) {
        return execute(caller, FINISH, Tuple.of(run, "succeeded", json(counts), null));
    }

    /** A run of the schedule is tried again later, after growing pauses. */
    Uni<Void> failed(Caller caller, UUID run, String error) {
        return tenancy.bookkeeping(
                caller,
                connection -> connection
                        .preparedQuery(FINISH)
                        .execute(Tuple.of(run, "failed", null, error))
                        .chain(() -> connection.preparedQuery(TRY_AGAIN).execute(Tuple.of(run, ATTEMPTS)))
                        .replaceWithVoid());
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
                counts,
                row.getString("error"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
