package dev.pulso.store.data;

import dev.pulso.kernel.FieldNames;
import dev.pulso.kernel.Records;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a statement into a record, whose components name the columns: {@code taxId} is {@code tax_id} of the
 * table that the alias stands for. A component that is a record itself is read from its own columns of the same row, what
 * other systems keep with a record ({@link External}) and what stands in the fields of the company ({@link Custom}) among them.
 *
 * <p>A component of a type that no column has is an error when the columns are asked for, which is at the start.
 */
public final class Rows<T extends Record> {
    private final Class<T> type;
    private final String alias;
    private final Map<String, String> expressions;
    private final Map<String, Function<Row, ?>> given;
    private final Records.Maker<T> maker;
    private final List<String> selected;
    private final List<Function<Row, @Nullable Object>> readers;
    private volatile boolean ready;

    private Rows(Class<T> type, String alias, Map<String, String> expressions, Map<String, Function<Row, ?>> given) {
        this.type = type;
        this.alias = alias;
        this.expressions = expressions;
        this.given = given;
        this.maker = Records.maker(type);
        this.selected = new ArrayList<>();
        this.readers = new ArrayList<>();
    }

    /** @param alias of the table whose columns the components are, such as {@code c} */
    public static <T extends Record> Rows<T> of(Class<T> type, String alias) {
        return new Rows<>(type, alias, Map.of(), Map.of());
    }

    /** The same, with a component that comes from elsewhere: {@code .from("primary", "k.is_primary")}. */
    public Rows<T> from(String component, String expression) {
        requireComponent(component);
        Map<String, String> more = new LinkedHashMap<>(expressions);
        more.put(component, expression);
        return new Rows<>(type, alias, more, given);
    }

    /** The same, with a component that is not read from one column; what it needs has to be selected beside it. */
    public Rows<T> with(String component, Function<Row, ?> reader) {
        requireComponent(component);
        Map<String, Function<Row, ?>> more = new LinkedHashMap<>(given);
        more.put(component, reader);
        return new Rows<>(type, alias, expressions, more);
    }

    /**
     * The same, with a component that is a list of other records: all rows of a table that belong to this one, in the same
     * statement. They travel as JSON, so each of their components is a column, or what other systems keep.
     *
     * @param of how each is read
     * @param from the table and which of its rows, such as {@code payments p where p.invoice_id = i.id}
     * @param order of the list
     */
    public Rows<T> list(String component, Rows<?> of, String from, String order) {
        return from(
                        component,
                        "coalesce((select json_agg(%s order by %s) from %s), '[]')".formatted(of.json(), order, from))
                .with(component, row -> of.parse(row.get(JsonArray.class, FieldNames.snake(component))));
    }

    /** For the list of a SELECT. */
    public String columns() {
        return String.join(", ", bound().selected);
    }

    /** The record that a row is. */
    public T read(Row row) {
        return maker.make(
                bound().readers.stream().map(reader -> reader.apply(row)).toArray());
    }

    /** The only record that rows are, or null. */
    public @Nullable T one(RowSet<Row> rows) {
        return rows.size() == 0 ? null : read(rows.iterator().next());
    }

    /** The records that rows are. */
    public List<T> all(Iterable<Row> rows) {
        List<T> all = new ArrayList<>();
        rows.forEach(row -> all.add(read(row)));
        return all;
    }

    String alias() {
        return alias;
    }

    /** @throws IllegalArgumentException when neither the record nor a part of it has the component */
    private void requireComponent(String component) {
        if (!has(type, component)) {
            throw new IllegalArgumentException(type + " has no " + component);
        }
    }

    private static boolean has(Class<?> record, String component) {
        return Arrays.stream(record.getRecordComponents())
                .anyMatch(one ->
                        one.getName().equals(component) || (one.getType().isRecord() && has(one.getType(), component)));
    }

    /** Once all is said; {@code columns()} stands in constants, so that it is at the start. */
    private Rows<T> bound() {
        if (!ready) {
            bind();
        }
        return this;
    }

    private synchronized void bind() {
        if (ready) {
            return;
        }
        selected.clear();
        readers.clear();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            Function<Row, ?> own = given.get(name);
            if (own != null) {
                if (expressions.containsKey(name)) {
                    selected.add(expressions.get(name) + " as " + FieldNames.snake(name));
                }
                readers.add(own::apply);
            } else if (component.getType() == External.class) {
                selected.add(External.columns(alias));
                readers.add(row -> External.of(row::getString));
            } else if (component.getType() == Custom.class) {
                selected.add(alias + "." + Custom.COLUMN);
                readers.add(row -> Custom.read(row.getString(Custom.COLUMN)));
            } else if (component.getType().isRecord()) {
                Rows<?> part = part(component.getType());
                selected.addAll(part.selected);
                readers.add(part::read);
            } else {
                String column = FieldNames.snake(name);
                String expression = expressions.get(name);
                selected.add(expression == null ? alias + "." + column : expression + " as " + column);
                readers.add(reader(component.getType(), column));
            }
        }
        ready = true;
    }

    /** The columns as a JSON object. */
    private String json() {
        List<String> named = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType() == External.class) {
                External.NAMES.forEach(column -> named.add("'%2$s', %1$s.%2$s".formatted(alias, column)));
            } else {
                String column = FieldNames.snake(component.getName());
                String expression = expressions.getOrDefault(component.getName(), alias + "." + column);
                // JSON would make it a binary fraction.
                String exact = component.getType() == BigDecimal.class ? "(" + expression + ")::text" : expression;
                named.add("'" + column + "', " + exact);
            }
        }
        return "json_build_object(" + String.join(", ", named) + ")";
    }

    private List<T> parse(JsonArray array) {
        return array.stream()
                .map(JsonObject.class::cast)
                .map(object -> maker.make(Arrays.stream(type.getRecordComponents())
                        .map(component -> component.getType() == External.class
                                ? External.of(object::getString)
                                : parsed(component.getType(), object.getValue(FieldNames.snake(component.getName()))))
                        .toArray()))
                .toList();
    }

    private static @Nullable Object parsed(Class<?> kind, @Nullable Object value) {
        if (value == null || kind == String.class || kind == boolean.class || kind == Boolean.class) {
            return value;
        }
        String text = value.toString();
        if (kind == UUID.class) {
            return UUID.fromString(text);
        }
        if (kind == int.class || kind == Integer.class) {
            return Integer.valueOf(text);
        }
        if (kind == long.class || kind == Long.class) {
            return Long.valueOf(text);
        }
        if (kind == BigDecimal.class) {
            return new BigDecimal(text);
        }
        if (kind == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (kind == Instant.class) {
            return OffsetDateTime.parse(text).toInstant();
        }
        if (kind.isEnum()) {
            return constant(kind, text);
        }
        throw new IllegalArgumentException("no column of a list is read as " + kind);
    }

    private Rows<?> part(Class<?> record) {
        return new Rows<>(record.asSubclass(Record.class), alias, expressions, given).bound();
    }

    private static Function<Row, @Nullable Object> reader(Class<?> kind, String column) {
        if (kind == Instant.class) {
            return row -> {
                OffsetDateTime time = row.getOffsetDateTime(column);
                return time == null ? null : time.toInstant();
            };
        }
        if (kind.isEnum()) {
            return row -> {
                String name = row.getString(column);
                return name == null ? null : constant(kind, name);
            };
        }
        return typed(kind, column);
    }

    private static Function<Row, @Nullable Object> typed(Class<?> kind, String column) {
        if (kind == UUID.class) {
            return row -> row.getUUID(column);
        }
        if (kind == String.class) {
            return row -> row.getString(column);
        }
        if (kind == int.class || kind == Integer.class) {
            return row -> row.getInteger(column);
        }
        if (kind == long.class || kind == Long.class) {
            return row -> row.getLong(column);
        }
        if (kind == boolean.class || kind == Boolean.class) {
            return row -> row.getBoolean(column);
        }
        if (kind == BigDecimal.class) {
            return row -> row.getBigDecimal(column);
        }
        if (kind == LocalDate.class) {
            return row -> row.getLocalDate(column);
        }
        if (kind == List.class) {
            return row -> {
                String[] texts = row.getArrayOfStrings(column);
                return texts == null ? null : List.of(texts);
            };
        }
        if (kind == LocalTime.class) {
            return row -> row.getLocalTime(column);
        }
        throw new IllegalArgumentException("no column is read as " + kind + ": say how by with()");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object constant(Class<?> type, String name) {
        return Records.constant((Class) type, name);
    }
}
