package dev.pulso.platform.jobs;

import dev.pulso.platform.data.KeysetQuery;
import dev.pulso.platform.data.Page;
import dev.pulso.platform.data.PageRequest;
import dev.pulso.platform.kernel.Ids;
import dev.pulso.platform.tenancy.Caller;
import dev.pulso.platform.tenancy.Tenancy;
import dev.pulso.platform.web.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
            "r.id, r.job, r.on_date, r.trigger, r.status, r.started_at, r.finished_at, r.counts, r.error";
    private static final String INSERT = """
            insert into job_runs as r (tenant_id, id, job, on_date, trigger, status, started_at, heartbeat_at, requested_by)
            values ($1, $2, $3, $4, $5, 'running', now(), now(), $6)
            on conflict (tenant_id, job, on_date) where trigger = 'schedule' do nothing
            returning %s""".formatted(COLUMNS);
    private static final String TAKE_UP_DEAD = """
            update job_runs r set heartbeat_at = now()
            where r.status = 'running' and r.heartbeat_at < now() - interval '2 minutes'
            returning %s""".formatted(COLUMNS);
    private static final String HEARTBEAT = "update job_runs set heartbeat_at = now(), counts = $2 where id = $1";
    private static final String FINISH = """
            update job_runs set status = $2, counts = coalesce($3, counts), error = $4, finished_at = now(), heartbeat_at = now()
            where id = $1""";
    private static final String LATEST =
            "select distinct on (r.job) %s from job_runs r order by r.job, r.id desc".formatted(COLUMNS);

    private final Tenancy tenancy;

    JobRuns(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** A new running run; null when the schedule has already had its run of that day. */
    Uni<@Nullable JobRunData> start(Caller caller, String job, LocalDate on, String trigger) {
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery(INSERT)
                        .execute(Tuple.tuple()
                                .addUUID(caller.tenantId())
                                .addUUID(Ids.next())
                                .addString(job)
                                .addLocalDate(on)
                                .addString(trigger)
                                .addString(caller.actor()))
                        .map(rows -> all(rows).stream().findFirst().orElse(null)));
    }

    /** Runs whose process has died, now this process's to go on with. */
    Uni<List<JobRunData>> takeUpDead(Caller caller) {
        return tenancy.sql(
                caller, connection -> connection.query(TAKE_UP_DEAD).execute().map(JobRuns::all));
    }

    Uni<Void> heartbeat(Caller caller, UUID run, Map<String, Long> counts) {
        return execute(caller, HEARTBEAT, Tuple.of(run, json(counts)));
    }

    Uni<Void> succeeded(Caller caller, UUID run, Map<String, Long> counts) {
        return execute(caller, FINISH, Tuple.of(run, "succeeded", json(counts), null));
    }

    Uni<Void> failed(Caller caller, UUID run, String error) {
        return execute(caller, FINISH, Tuple.of(run, "failed", null, error));
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
        return tenancy.sql(
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
                instant(row.getOffsetDateTime("started_at")),
                instant(row.getOffsetDateTime("finished_at")),
                counts,
                row.getString("error"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
