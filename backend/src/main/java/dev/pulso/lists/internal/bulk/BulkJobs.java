package dev.pulso.lists.internal.bulk;

import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.Rows;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements about jobs and their items. */
@ApplicationScoped
class BulkJobs {
    private static final Rows<BulkJobData> ROWS = Rows.of(BulkJobData.class, "j");

    private static final String INSERT = """
        insert into bulk_jobs (tenant_id, id, kind, type, params, undoable, total_count, undo_of_id, created_by_id, request_id,
                               created_at, updated_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)""";

    private static final String ITEMS = """
        insert into bulk_items (tenant_id, bulk_job_id, place, record_id, expected_version)
        select $1, $2, $3 + n.place, n.id, n.version
        from unnest($4::uuid[], $5::int[]) with ordinality n(id, version, place)""";

    /** The last one first, so that what was done in order is taken back in order. */
    private static final String UNDO_ITEMS = """
        insert into bulk_items (tenant_id, bulk_job_id, place, record_id, expected_version, before)
        select tenant_id, $2, row_number() over (order by place desc), record_id, version, before
        from bulk_items where bulk_job_id = $1 and state = 'done' and before is not null""";

    private static final String PENDING = """
        select place, record_id, expected_version, before from bulk_items
        where bulk_job_id = $1 and place > $2 and state = 'pending' order by place limit $3""";

    private static final String RESULTS = """
        update bulk_items i set state = r.state, code = r.code, detail = r.detail, before = r.before, version = r.version
        from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[])
             as r(place, state, code, detail, before, version)
        where i.bulk_job_id = $1 and i.place = r.place and i.state = 'pending'""";

    private static final String COUNTS = """
        update bulk_jobs set done_count = done_count + $2, unchanged_count = unchanged_count + $3,
               refused_count = refused_count + $4, updated_at = $5
        where id = $1""";

    private final Tenancy tenancy;
    private final TenantClock clock;

    BulkJobs(Tenancy tenancy, TenantClock clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** A job to make; joins the open transaction. */
    Uni<UUID> create(
            Caller caller,
            String kind,
            String type,
            JsonObject params,
            boolean undoable,
            int total,
            @Nullable UUID undoOf) {
        UUID id = Ids.next();
        return run(
                        caller,
                        INSERT,
                        Tuple.tuple()
                                .addUUID(caller.tenantId())
                                .addUUID(id)
                                .addString(kind)
                                .addString(type)
                                .addString(params.encode())
                                .addBoolean(undoable)
                                .addInteger(total)
                                .addUUID(undoOf)
                                .addUUID(Objects.requireNonNull(caller.userId(), "jobs are people's"))
                                .addString(caller.requestId())
                                .addOffsetDateTime(now(caller)))
                .replaceWith(id);
    }

    /** Records of a job behind those that it has; joins the open transaction. */
    Uni<Void> add(Caller caller, UUID job, int behind, List<UUID> ids, List<@Nullable Integer> versions) {
        return run(
                caller,
                ITEMS,
                Tuple.tuple()
                        .addUUID(caller.tenantId())
                        .addUUID(job)
                        .addInteger(behind)
                        .addArrayOfUUID(ids.toArray(UUID[]::new))
                        .addArrayOfInteger(versions.toArray(Integer[]::new)));
    }

    /** What another job has done, to be taken back by this one; joins the open transaction. */
    Uni<Void> addUndo(Caller caller, UUID of, UUID job) {
        return run(caller, UNDO_ITEMS, Tuple.of(of, job))
                // What cannot be taken back is not among them.
                .chain(() -> run(
                        caller,
                        "update bulk_jobs set total_count ="
                                + " (select count(*) from bulk_items where bulk_job_id = $1) where id = $1",
                        Tuple.of(job)))
                .chain(() -> run(caller, "update bulk_jobs set undone_by_id = $2 where id = $1", Tuple.of(of, job)));
    }

    /** The total once all records are known; joins the open transaction. */
    Uni<Void> total(Caller caller, UUID job, int total) {
        return run(caller, "update bulk_jobs set total_count = $2 where id = $1", Tuple.of(job, total));
    }

    /** A job of the caller, or 404. */
    Uni<BulkJobData> get(Caller caller, UUID id) {
        return own(caller, id, "");
    }

    /** The same, which nobody else changes until the transaction ends. */
    Uni<BulkJobData> forChange(Caller caller, UUID id) {
        return own(caller, id, " for update");
    }

    private Uni<BulkJobData> own(Caller caller, UUID id, String how) {
        return tenancy.query(
                        caller,
                        "select " + ROWS.columns() + " from bulk_jobs j where j.id = $1 and j.created_by_id = $2" + how,
                        Tuple.of(id, caller.userId()))
                .map(ROWS::one)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    Uni<Page<BulkJobData>> list(Caller caller, PageRequest page) {
        return KeysetQuery.select(ROWS, "bulk_jobs j")
                .where("j.created_by_id = ?", caller.userId())
                .sortable("created_at", "j.created_at", "timestamptz")
                .page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    Uni<Page<BulkRefusal>> refused(Caller caller, UUID job, PageRequest page) {
        return KeysetQuery.select("i.record_id, i.code, i.detail", "bulk_items i", "i.record_id")
                .where("i.bulk_job_id = ?", job)
                .where("i.state = 'refused'")
                .sortable("place", "i.place", "int")
                .page(
                        tenancy,
                        caller,
                        page,
                        "place",
                        row -> new BulkRefusal(
                                row.getUUID("record_id"), row.getString("code"), row.getString("detail")));
    }

    /** For who does it: null when the job is gone. */
    Uni<@Nullable BulkJobData> toDo(Caller system, UUID id) {
        return tenancy.query(system, "select " + ROWS.columns() + " from bulk_jobs j where j.id = $1", Tuple.of(id))
                .map(ROWS::one);
    }

    Uni<Void> begin(Caller system, UUID id) {
        return run(
                system,
                "update bulk_jobs set status = 'running', started_at = coalesce(started_at, $2), updated_at = $2"
                        + " where id = $1 and status in ('queued', 'running')",
                Tuple.of(id, now(system)));
    }

    /** Whether it had not ended before; joins the open transaction. */
    Uni<Boolean> end(Caller system, UUID id, String status) {
        return counted(
                system,
                "update bulk_jobs set status = $2, finished_at = $3, updated_at = $3"
                        + " where id = $1 and status in ('queued', 'running')",
                Tuple.of(id, status, now(system)));
    }

    Uni<List<BulkItem>> pending(Caller system, UUID job, int behind, int limit) {
        return tenancy.query(system, PENDING, Tuple.of(job, behind, limit)).map(rows -> {
            List<BulkItem> items = new ArrayList<>();
            rows.forEach(row -> {
                String before = row.getString("before");
                items.add(new BulkItem(
                        row.getInteger("place"),
                        row.getUUID("record_id"),
                        row.getInteger("expected_version"),
                        before == null ? null : new JsonObject(before)));
            });
            return items;
        });
    }

    /** Joins the open transaction, so that a record and what is noted of it are one. */
    Uni<Void> note(Caller caller, UUID job, List<BulkResult> results) {
        Tuple values = Tuple.tuple()
                .addUUID(job)
                .addArrayOfInteger(results.stream().map(BulkResult::place).toArray(Integer[]::new))
                .addArrayOfString(results.stream().map(BulkResult::state).toArray(String[]::new))
                .addArrayOfString(results.stream().map(BulkResult::code).toArray(String[]::new))
                .addArrayOfString(results.stream().map(BulkResult::detail).toArray(String[]::new))
                .addArrayOfString(results.stream().map(BulkResult::before).toArray(String[]::new))
                .addArrayOfInteger(results.stream().map(BulkResult::version).toArray(Integer[]::new));
        return run(caller, RESULTS, values)
                .chain(() -> run(
                        caller,
                        COUNTS,
                        Tuple.of(
                                job,
                                count(results, "done"),
                                count(results, "unchanged"),
                                count(results, "refused"),
                                now(caller))));
    }

    private static int count(List<BulkResult> results, String state) {
        return (int)
                results.stream().filter(result -> result.state().equals(state)).count();
    }

    private OffsetDateTime now(Caller caller) {
        return clock.now(caller).atOffset(ZoneOffset.UTC);
    }

    private Uni<Void> run(Caller caller, String sql, Tuple values) {
        return counted(caller, sql, values).replaceWithVoid();
    }

    private Uni<Boolean> counted(Caller caller, String sql, Tuple values) {
        return tenancy.sql(caller, connection -> connection.preparedQuery(sql).execute(values))
                .map(rows -> rows.rowCount() > 0);
    }
}
