package dev.pulso.demo;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table, written by one statement. They travel as JSON and PostgreSQL reads them by the table's own types, so that a
 * wide table needs no array per column. Columns that no row names get their defaults. Table and column names are the
 * programmer's, never a user's.
 */
public final class DemoRows {
    private DemoRows() {}

    /** A row of column names and values by turns; every row of a table names the same columns in the same order. */
    public static JsonObject row(@Nullable Object... namesAndValues) {
        JsonObject row = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(String.valueOf(namesAndValues[i]), json(namesAndValues[i + 1]));
        }
        return row;
    }

    /** Inserts the rows for the caller's tenant. */
    public static Uni<Void> insert(SqlConnection connection, Caller caller, String table, List<JsonObject> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(statement(table, rows, 2))
                        .execute(Tuple.of(caller.tenantId(), new JsonArray(rows)))
                        .replaceWithVoid();
    }

    /** Inserts into two tables that point at each other: foreign keys are checked when the statement is over. */
    public static Uni<Void> insertBoth(
            SqlConnection connection,
            Caller caller,
            String table,
            List<JsonObject> rows,
            String otherTable,
            List<JsonObject> otherRows) {
        return connection
                .preparedQuery("with first as (" + statement(table, rows, 2) + " returning 1) "
                        + statement(otherTable, otherRows, 3))
                .execute(Tuple.of(caller.tenantId(), new JsonArray(rows), new JsonArray(otherRows)))
                .replaceWithVoid();
    }

    private static String statement(String table, List<JsonObject> rows, int parameter) {
        String columns = String.join(", ", rows.getFirst().fieldNames());
        return "insert into %1$s (tenant_id, %2$s) select $1, %2$s from json_populate_recordset(null::%1$s, $%3$d)"
                .formatted(table, columns, parameter);
    }

    private static @Nullable Object json(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> number;
            case Boolean bool -> bool;
            case Collection<?> list -> new JsonArray(List.copyOf(list));
            default -> value.toString();
        };
    }
}
