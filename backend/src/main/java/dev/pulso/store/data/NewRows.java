package dev.pulso.store.data;

import dev.pulso.kernel.FieldNames;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * New records of one kind, written by one statement. They travel as JSON, by the columns that the entity itself names, and
 * PostgreSQL reads them by the table's own types; when they were made is left to the table.
 */
public final class NewRows<T extends TenantRecord> {
    private final Map<String, Field> columns = new LinkedHashMap<>();
    private final String statement;

    private NewRows(Class<T> type) {
        for (Class<?> part = type; part != Object.class && part != null; part = part.getSuperclass()) {
            for (Field field : part.getDeclaredFields()) {
                if (isColumn(field)) {
                    field.setAccessible(true);
                    columns.put(column(field), field);
                }
            }
        }
        columns.remove("created_at");
        columns.remove("updated_at");
        statement = "insert into %1$s (%2$s) select %2$s from json_populate_recordset(null::%1$s, $1)"
                .formatted(type.getAnnotation(Table.class).name(), String.join(", ", columns.keySet()));
    }

    /** @throws IllegalArgumentException when a column of the entity is neither a plain value nor an enumeration by name */
    public static <T extends TenantRecord> NewRows<T> of(Class<T> type) {
        return new NewRows<>(type);
    }

    /** All of them, or none. */
    public Uni<Void> insert(SqlConnection connection, List<T> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<JsonObject> rows = new ArrayList<>();
        records.forEach(record -> rows.add(row(record)));
        return connection
                .preparedQuery(statement)
                .execute(Tuple.of(new JsonArray(rows)))
                .replaceWithVoid();
    }

    private JsonObject row(T record) {
        JsonObject row = new JsonObject();
        columns.forEach((column, field) -> row.put(column, json(value(field, record))));
        return row;
    }

    private static @Nullable Object value(Field field, Object record) {
        try {
            return field.get(record);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }

    private static @Nullable Object json(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static boolean isColumn(Field field) {
        if (Modifier.isStatic(field.getModifiers())
                || field.isAnnotationPresent(Transient.class)
                // What Hibernate adds to an entity for itself.
                || field.getName().startsWith("$$")) {
            return false;
        }
        Enumerated enumerated = field.getAnnotation(Enumerated.class);
        boolean byName = enumerated != null && enumerated.value() == EnumType.STRING;
        if (field.isAnnotationPresent(Convert.class) || (field.getType().isEnum() && !byName)) {
            throw new IllegalArgumentException(field + " is not stored as it is");
        }
        return true;
    }

    private static String column(Field field) {
        Column column = field.getAnnotation(Column.class);
        return column == null || column.name().isEmpty() ? FieldNames.snake(field.getName()) : column.name();
    }
}
