package dev.pulso.imports.internal.run;

import dev.pulso.imports.ImportFinished;
import dev.pulso.store.imports.BatchResult;
import dev.pulso.store.imports.RowError;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.queue.WorkQueue;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is written about imports: the order with its file, the progress of every batch, the end. */
@ApplicationScoped
class ImportLog {
    private static final String INSERT = """
        insert into imports (tenant_id, id, entity, file_name, charset, separator, columns, mapping, options, total_rows,
            actor_id, actor, request_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)\
        """;
    private static final String ADD_CHUNK =
            "insert into import_chunks (tenant_id, import_id, place, content) values ($1, $2, $3, $4)";
    private static final String CHUNK = "select content from import_chunks where import_id = $1 and place = $2";
    private static final String START = """
        update imports set status = 'running', started_at = coalesce(started_at, now()), result = $2
        where id = $1 and status in ('queued', 'running')\
        """;
    // Where the batch began tells whether it is still ours: a node that came late finds the counter moved.
    private static final String PROGRESS = """
        update imports set rows = rows + $3, created = created + $4, updated = updated + $5, skipped = skipped + $6,
            failed = failed + $7
        where id = $1 and rows = $2 and status = 'running'\
        """;
    private static final String ADD_FAILED_ROWS = """
        insert into import_failed_rows (tenant_id, import_id, line, cells, errors)
        select $1, $2, f.line, f.cells::jsonb, f.errors::jsonb
        from unnest($3::bigint[], $4::text[], $5::text[]) as f(line, cells, errors)\
        """;
    // Who ends it has to know how far it has got, like who goes on with it.
    private static final String FINISH = """
        update imports set status = $2, error = $3, finished_at = now(), rows = rows + $4, skipped = skipped + $4,
            total_rows = case when $2 = 'succeeded' then rows + $4 else total_rows end
        where id = $1 and status in ('queued', 'running') and rows = coalesce($5::bigint, rows)\
        """;

    private static final String ENDED =
            "select entity, status, created, updated, failed, actor, actor_id from imports where id = $1";

    private final Tenancy tenancy;
    private final WorkQueue queue;
    private final Outbox outbox;

    ImportLog(Tenancy tenancy, WorkQueue queue, Outbox outbox) {
        this.outbox = outbox;
        this.tenancy = tenancy;
        this.queue = queue;
    }

    /** How a batch ended: the rows it covers, from where, and what became of them. */
    record Progress(
            long rowsBefore, long rows, long skipped, BatchResult result, List<ImportRecords.FailedRow> failedRows) {}

    /** The import has got further than whoever says this knows, or has ended. */
    static final class LostLease extends RuntimeException {
        private static final long serialVersionUID = 1;

        LostLease() {
            super("the import has got further meanwhile", null, false, false);
        }
    }

    Uni<Void> order(SqlConnection connection, ImportOrder order) {
        Caller caller = order.caller();
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addUUID(caller.tenantId())
                        .addUUID(order.id())
                        .addString(order.entity())
                        .addString(order.fileName())
                        .addString(order.format().charset().name())
                        .addString(String.valueOf(order.format().separator()))
                        .addJsonArray(new JsonArray(order.columns()))
                        .addString(order.mapping())
                        .addString(order.options())
                        .addLong(order.totalRows())
                        .addUUID(caller.actorId())
                        .addString(caller.actor())
                        .addString(caller.requestId()))
                // A tenant's imports run in the order they were given: a later one may rest on what an earlier one
                // creates.
                .chain(() -> queue.put(connection, caller, ImportRunner.QUEUE, caller.tenantId(), order.id()));
    }

    Uni<Void> addChunk(SqlConnection connection, ImportOrder order, int place, byte[] content) {
        return connection
                .preparedQuery(ADD_CHUNK)
                .execute(Tuple.of(order.caller().tenantId(), order.id(), place, Buffer.buffer(content)))
                .replaceWithVoid();
    }

    /** A piece of the file, or null behind the last one. */
    Uni<byte @Nullable []> chunk(Caller caller, UUID id, int place) {
        return tenancy.query(caller, CHUNK, Tuple.of(id, place)).map(rows -> {
            for (Row row : rows) {
                return row.get(Buffer.class, "content").getBytes();
            }
            return null;
        });
    }

    Uni<Void> start(SqlConnection connection, UUID id, Map<String, String> result) {
        JsonObject facts = new JsonObject();
        result.forEach(facts::put);
        return connection
                .preparedQuery(START)
                .execute(Tuple.of(id, facts))
                .invoke(done -> {
                    if (done.rowCount() == 0) {
                        throw new LostLease();
                    }
                })
                .replaceWithVoid();
    }

    /** In the transaction that stored the batch. */
    Uni<Void> progress(SqlConnection connection, Caller caller, UUID id, Progress progress) {
        BatchResult result = progress.result();
        return connection
                .preparedQuery(PROGRESS)
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addLong(progress.rowsBefore())
                        .addLong(progress.rows() + progress.skipped())
                        .addInteger(result.created())
                        .addInteger(result.updated())
                        .addLong(progress.skipped())
                        .addInteger(progress.failedRows().size()))
                .invoke(done -> {
                    if (done.rowCount() == 0) {
                        throw new LostLease();
                    }
                })
                .chain(() -> addFailedRows(connection, caller, id, progress.failedRows()))
                .replaceWithVoid();
    }

    /**
     * @param skipped blank rows behind the last batch
     * @param rowsBefore how far whoever says this knows it to be; null for who knows that nobody is at work on it
     */
    Uni<Void> finish(
            Caller caller, UUID id, String status, @Nullable String error, long skipped, @Nullable Long rowsBefore) {
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery(FINISH)
                        .execute(Tuple.of(id, status, error, skipped, rowsBefore))
                        .invoke(done -> {
                            if (done.rowCount() == 0 && rowsBefore != null) {
                                throw new LostLease();
                            }
                        })
                        .chain(done -> connection
                                .preparedQuery("delete from import_chunks where import_id = $1")
                                .execute(Tuple.of(id))
                                .chain(() -> done.rowCount() == 0
                                        ? Uni.createFrom().voidItem()
                                        : tell(connection, caller, id))));
    }

    private Uni<Void> tell(SqlConnection connection, Caller caller, UUID id) {
        return connection.preparedQuery(ENDED).execute(Tuple.of(id)).chain(rows -> {
            Row row = rows.iterator().next();
            boolean program = Caller.isApiKey(row.getString("actor"));
            return outbox.publish(
                    caller,
                    ImportFinished.TYPE,
                    id,
                    new ImportFinished(
                            id,
                            row.getString("entity"),
                            row.getString("status"),
                            row.getLong("created"),
                            row.getLong("updated"),
                            row.getLong("failed"),
                            program ? null : row.getUUID("actor_id")));
        });
    }

    private static Uni<Void> addFailedRows(
            SqlConnection connection, Caller caller, UUID id, List<ImportRecords.FailedRow> failed) {
        if (failed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(ADD_FAILED_ROWS)
                .execute(Tuple.tuple()
                        .addUUID(caller.tenantId())
                        .addUUID(id)
                        .addArrayOfLong(failed.stream()
                                .map(ImportRecords.FailedRow::line)
                                .toArray(Long[]::new))
                        .addArrayOfString(
                                failed.stream().map(row -> json(row.cells())).toArray(String[]::new))
                        .addArrayOfString(
                                failed.stream().map(row -> errors(row.errors())).toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** JSON of the database cannot hold NUL. */
    private static String json(List<String> cells) {
        return new JsonArray(cells.stream().map(cell -> cell.replace("\0", "")).toList()).encode();
    }

    private static String errors(List<RowError> errors) {
        JsonArray array = new JsonArray();
        errors.forEach(error -> array.add(new JsonObject()
                .put("field", error.field())
                .put("code", error.code())
                .put("message", error.message())));
        return array.encode();
    }
}
