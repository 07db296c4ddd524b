package dev.pulso.imports.internal.run;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.csv.CsvFormat;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.imports.RowError;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports as they are read: by people, and by whoever runs one. */
@ApplicationScoped
class ImportRecords {
    private static final int ERRORS_SHOWN = 1_000;
    private static final String COLUMNS = """
        i.id, i.entity, i.file_name, i.status, i.rows, i.total_rows, i.created, i.updated, i.skipped, i.failed,
        i.result, i.error, i.started_at, i.finished_at, i.created_at,
        coalesce(i.updated_at, i.finished_at, i.started_at, i.created_at) as updated_at\
        """;
    private static final String GET = "select " + COLUMNS + " from imports i where i.id = $1";
    private static final String ORDER = """
        select id, actor_id, actor, request_id, entity, file_name, charset, separator, columns, mapping, options,
               total_rows, status, rows, skipped
        from imports where id = $1\
        """;
    // About a megabyte at a time, however large the rows are; a single larger one comes alone.
    private static final String FAILED_ROWS_BEHIND = """
        select line, cells, errors
        from (
            select line, cells, errors,
                   sum(octet_length(cells::text) + octet_length(errors::text)) over (order by line)
                       - octet_length(cells::text) - octet_length(errors::text) as before
            from (
                select line, cells, errors from import_failed_rows
                where import_id = $1 and line > $2 order by line limit 1000
            ) next
        ) sized
        where before < 1000000 order by line\
        """;
    private static final String FAILED_ROWS = """
        select line, cells, errors from import_failed_rows where import_id = $1 order by line limit $2\
        """;

    private final Tenancy tenancy;

    ImportRecords(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** A row that was refused, as it stood in the file. */
    record FailedRow(long line, List<String> cells, List<RowError> errors) {}

    /** The import with its first errors. */
    Uni<ImportData> get(Caller caller, UUID id) {
        return find(caller, id)
                .chain(found -> firstFailedRows(caller, id, ERRORS_SHOWN)
                        .map(rows -> found.with(rows.stream()
                                .flatMap(row -> row.errors().stream())
                                .limit(ERRORS_SHOWN)
                                .toList())));
    }

    /** Imports without their errors. */
    Uni<Page<ImportData>> list(Caller caller, PageRequest page) {
        return KeysetQuery.select(COLUMNS, "imports i", "i.id")
                .sortable("created_at", "i.created_at", "timestamptz")
                .page(tenancy, caller, page, "-created_at", ImportRecords::data);
    }

    Uni<List<String>> columns(Caller caller, UUID id) {
        return tenancy.query(caller, "select columns from imports where id = $1", Tuple.of(id))
                .map(rows -> {
                    for (Row row : rows) {
                        return texts(row.get(JsonArray.class, "columns"));
                    }
                    throw Problem.notFound();
                });
    }

    /** The next rows behind a line, as many as may lie in memory at once; none behind the last. */
    Uni<List<FailedRow>> failedRowsBehind(Caller caller, UUID id, long line) {
        return tenancy.query(caller, FAILED_ROWS_BEHIND, Tuple.of(id, line)).map(ImportRecords::failedRows);
    }

    private Uni<List<FailedRow>> firstFailedRows(Caller caller, UUID id, int limit) {
        return tenancy.query(caller, FAILED_ROWS, Tuple.of(id, limit)).map(ImportRecords::failedRows);
    }

    private static List<FailedRow> failedRows(RowSet<Row> rows) {
        List<FailedRow> failed = new ArrayList<>();
        for (Row row : rows) {
            long line = row.getLong("line");
            failed.add(new FailedRow(
                    line, texts(row.get(JsonArray.class, "cells")), errors(line, row.get(JsonArray.class, "errors"))));
        }
        return failed;
    }

    /** The order of an import, or null when it does not exist any more. */
    Uni<@Nullable ImportOrder> order(Caller system, UUID id) {
        return tenancy.query(system, ORDER, Tuple.of(id)).map(rows -> {
            for (Row row : rows) {
                Caller caller = new Caller(
                        system.tenantId(),
                        row.getUUID("actor_id"),
                        row.getString("actor"),
                        Set.of(),
                        row.getString("request_id"),
                        Map.of(),
                        system.claim());
                return new ImportOrder(
                        row.getUUID("id"),
                        caller,
                        row.getString("entity"),
                        row.getString("file_name"),
                        new CsvFormat(
                                Charset.forName(row.getString("charset")),
                                row.getString("separator").charAt(0)),
                        texts(row.get(JsonArray.class, "columns")),
                        row.getString("mapping"),
                        row.getString("options"),
                        row.getLong("total_rows"),
                        row.getString("status"),
                        row.getLong("rows"),
                        row.getLong("skipped"));
            }
            return null;
        });
    }

    private Uni<ImportData> find(Caller caller, UUID id) {
        return tenancy.query(caller, GET, Tuple.of(id)).map(rows -> {
            for (Row row : rows) {
                return data(row);
            }
            throw Problem.notFound();
        });
    }

    private static ImportData data(Row row) {
        return new ImportData(
                row.getUUID("id"),
                row.getString("entity"),
                row.getString("file_name"),
                row.getString("status"),
                row.getLong("rows"),
                row.getLong("total_rows"),
                row.getLong("created"),
                row.getLong("updated"),
                row.getLong("skipped"),
                row.getLong("failed"),
                row.get(JsonObject.class, "result").getMap(),
                row.getString("error"),
                instant(row.getOffsetDateTime("started_at")),
                instant(row.getOffsetDateTime("finished_at")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                List.of());
    }

    private static List<RowError> errors(long line, JsonArray errors) {
        List<RowError> all = new ArrayList<>();
        for (int i = 0; i < errors.size(); i++) {
            JsonObject error = errors.getJsonObject(i);
            all.add(new RowError(line, error.getString("field"), error.getString("code"), error.getString("message")));
        }
        return all;
    }

    private static List<String> texts(JsonArray array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add((String) text));
        return texts;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
