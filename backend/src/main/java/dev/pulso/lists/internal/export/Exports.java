package dev.pulso.lists.internal.export;

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
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements about exports. */
@ApplicationScoped
class Exports {
    private static final Rows<ExportData> ROWS = Rows.of(ExportData.class, "e")
            .from("status", "case when e.status = 'queued' and p.id is not null then 'running' else e.status end")
            .from("rowCount", "coalesce(p.row_count, e.row_count)")
            .from("updatedAt", "greatest(p.updated_at, e.updated_at)");

    private static final String FROM =
            "exports e left join export_progress p on p.tenant_id = e.tenant_id and p.id = e.id";

    private static final String INSERT = """
        insert into exports (tenant_id, id, kind, filters, sort, columns, format, conventions, file_name, total_count,
                             created_by_id, request_id, created_at, updated_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)""";

    private static final String BEGIN = """
        insert into export_progress (tenant_id, id, attempt, updated_at)
        select e.tenant_id, e.id, $2, $3 from exports e where e.id = $1 and e.status = 'queued'
        on conflict (tenant_id, id) do update set attempt = excluded.attempt, row_count = 0, updated_at = excluded.updated_at""";

    private static final String GO_ON =
            "update export_progress set row_count = $3, updated_at = $4 where id = $1 and attempt = $2";

    private static final String LEAVE = "delete from export_progress where id = $1 and attempt = $2";

    private static final String SUCCEED = """
        update exports set status = 'succeeded', row_count = $2, size_bytes = $3, file_id = $4, expires_at = $5,
               finished_at = $6, updated_at = $6
        where id = $1 and status = 'queued'""";

    private static final String FAIL = """
        update exports e set status = 'failed', code = $2, finished_at = $3, updated_at = $3,
               row_count = coalesce((select p.row_count from export_progress p where p.tenant_id = e.tenant_id and p.id = e.id), 0)
        where e.id = $1 and e.status = 'queued'""";

    private final Tenancy tenancy;
    private final TenantClock clock;

    Exports(Tenancy tenancy, TenantClock clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** How many of the company have not ended. */
    Uni<Integer> waiting(Caller caller) {
        return tenancy.query(caller, "select count(*)::int as n from exports where status = 'queued'", Tuple.tuple())
                .map(rows -> rows.iterator().next().getInteger("n"));
    }

    Uni<UUID> create(Caller caller, NewExport export, String fileName, int total) {
        UUID id = Ids.next();
        return write(
                        caller,
                        INSERT,
                        Tuple.tuple()
                                .addUUID(caller.tenantId())
                                .addUUID(id)
                                .addString(export.question().kind())
                                .addString(export.question().filtersAsText())
                                .addString(export.question().sort())
                                .addString(ExportColumn.write(export.columns()))
                                .addString(export.format().name())
                                .addString(export.conventions().code())
                                .addString(fileName)
                                .addInteger(total)
                                .addUUID(Objects.requireNonNull(caller.userId(), "exports are people's"))
                                .addString(caller.requestId())
                                .addOffsetDateTime(now(caller)))
                .replaceWith(id);
    }

    /** An export of the caller, or 404. */
    Uni<ExportData> get(Caller caller, UUID id) {
        return tenancy.query(
                        caller,
                        "select " + ROWS.columns() + " from " + FROM + " where e.id = $1 and e.created_by_id = $2",
                        Tuple.of(id, caller.userId()))
                .map(ROWS::one)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    Uni<Page<ExportData>> list(Caller caller, PageRequest page) {
        return KeysetQuery.select(ROWS, FROM)
                .where("e.created_by_id = ?", caller.userId())
                .sortable("created_at", "e.created_at", "timestamptz")
                .page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    /** Answers the file that it had, once whoever was ending it has ended; null when it had none. */
    Uni<@Nullable UUID> delete(Caller caller, UUID id) {
        return tenancy.sql(
                        caller,
                        connection -> connection
                                .preparedQuery("delete from exports where id = $1 returning file_id")
                                .execute(Tuple.of(id)))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getUUID("file_id"));
    }

    /** For who writes it: null when it is gone. */
    Uni<@Nullable ExportData> toDo(Caller system, UUID id) {
        return tenancy.query(system, "select " + ROWS.columns() + " from " + FROM + " where e.id = $1", Tuple.of(id))
                .map(ROWS::one);
    }

    /** From the first row on, whoever was at it before. */
    Uni<Void> begin(Caller system, UUID id, UUID attempt) {
        return write(system, BEGIN, Tuple.of(id, attempt, now(system))).replaceWithVoid();
    }

    /** False for who was replaced, and when it is not wanted any more. */
    Uni<Boolean> goOn(Caller system, UUID id, UUID attempt, int rows) {
        return write(system, GO_ON, Tuple.of(id, attempt, rows, now(system))).map(Exports::done);
    }

    /** False for who was replaced; joins the open transaction. */
    Uni<Boolean> succeed(Caller caller, UUID id, UUID attempt, UUID file, int rows, long size, Instant expiresAt) {
        Tuple values = Tuple.tuple()
                .addUUID(id)
                .addInteger(rows)
                .addLong(size)
                .addUUID(file)
                .addOffsetDateTime(expiresAt.atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(now(caller));
        return write(caller, LEAVE, Tuple.of(id, attempt))
                .chain(left -> done(left)
                        ? write(caller, SUCCEED, values).map(Exports::done)
                        : Uni.createFrom().item(false));
    }

    /** False when it has ended already; joins the open transaction. */
    Uni<Boolean> fail(Caller system, UUID id, String code) {
        return write(system, FAIL, Tuple.of(id, code, now(system)))
                .chain(failed -> write(system, "delete from export_progress where id = $1", Tuple.of(id))
                        .replaceWith(done(failed)));
    }

    /** In a transaction of its own, or joining the open one. */
    private Uni<RowSet<Row>> write(Caller caller, String sql, Tuple values) {
        return tenancy.sql(caller, connection -> connection.preparedQuery(sql).execute(values));
    }

    private static boolean done(RowSet<Row> rows) {
        return rows.rowCount() > 0;
    }

    private OffsetDateTime now(Caller caller) {
        return clock.now(caller).atOffset(ZoneOffset.UTC);
    }
}
