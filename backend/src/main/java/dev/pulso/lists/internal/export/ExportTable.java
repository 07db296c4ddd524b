package dev.pulso.lists.internal.export;

import dev.pulso.kernel.FieldNames;
import dev.pulso.store.data.Custom;
import dev.pulso.store.data.CustomField;
import dev.pulso.store.data.RecordNames;
import dev.pulso.store.question.Lists;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows of a list as rows of a file: which field stands where, amounts in both ways, other records by their names. */
final class ExportTable {
    private static final String CENTS = "_cents";
    private static final String CURRENCY = "currency";
    private static final int USUAL_DECIMALS = 2;

    /**
     * A column of the file.
     *
     * @param name in JSON
     * @param title above it
     */
    record Head(String name, String title) {}

    private final List<ExportColumn> columns;
    private final Map<String, Lists.Reference> references;
    private final List<CustomField> custom;
    private final RecordNames names;
    private final List<Head> heads;
    private final Function<Record, Map<String, Object>> workedOut;

    /** @param custom the fields that the company has added to the records */
    ExportTable(
            List<ExportColumn> columns,
            Map<String, Lists.Reference> references,
            List<CustomField> custom,
            RecordNames names,
            Function<Record, Map<String, Object>> workedOut) {
        this.workedOut = workedOut;
        this.columns = columns;
        this.references = references;
        this.custom = custom;
        this.names = names;
        this.heads = heads(columns);
    }

    List<Head> heads() {
        return heads;
    }

    private static List<Head> heads(List<ExportColumn> columns) {
        List<Head> heads = new ArrayList<>();
        for (ExportColumn column : columns) {
            if (column.name().endsWith(CENTS)) {
                String units = column.name().substring(0, column.name().length() - CENTS.length());
                heads.add(new Head(units, column.label() == null ? units : column.label()));
                heads.add(new Head(
                        column.name(),
                        column.label() == null ? column.name() : column.label() + " (" + column.name() + ")"));
            } else {
                heads.add(new Head(column.name(), column.title()));
            }
        }
        return heads;
    }

    /** The values of each row in the order of the heads, with the names that the caller may read. */
    Uni<List<@Nullable Object[]>> values(Caller caller, List<? extends Record> rows) {
        List<@Nullable Object[]> all = new ArrayList<>(rows.size());
        Map<String, Map<UUID, List<BiConsumer<UUID, String>>>> wanted = new HashMap<>();
        for (Record row : rows) {
            Map<String, @Nullable Object> fields = new HashMap<>();
            read(row, fields);
            fields.putAll(workedOut.apply(row));
            @Nullable Object[] values = new Object[heads.size()];
            int at = 0;
            for (ExportColumn column : columns) {
                Lists.Reference reference = references.get(column.name());
                if (reference != null) {
                    int place = at;
                    if (fields.get(reference.id()) instanceof UUID id) {
                        wanted.computeIfAbsent(reference.of(), kind -> new HashMap<>())
                                .computeIfAbsent(id, each -> new ArrayList<>())
                                .add((found, name) -> values[place] = name);
                    }
                } else if (column.name().endsWith(CENTS)) {
                    values[at++] = units(fields.get(column.name()), fields.get(CURRENCY));
                    values[at] = fields.get(column.name());
                } else {
                    values[at] = fields.get(column.name());
                }
                at++;
            }
            all.add(values);
        }
        return names.give(caller, wanted).replaceWith(all);
    }

    private static @Nullable BigDecimal units(@Nullable Object cents, @Nullable Object currency) {
        if (!(cents instanceof Number number)) {
            return null;
        }
        int decimals = currency instanceof String code
                ? Math.max(0, Currency.getInstance(code).getDefaultFractionDigits())
                : USUAL_DECIMALS;
        return BigDecimal.valueOf(number.longValue(), decimals);
    }

    /** The components by the names of the API; what is a record in a record stands in the row as well. */
    private void read(Record row, Map<String, @Nullable Object> fields) {
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            Object value = get(row, component);
            if (value instanceof dev.pulso.store.data.External external) {
                fields.put("external_source", external.source());
                fields.put("external_id", external.id());
                fields.put("metadata", external.metadata());
            } else if (value instanceof Custom own) {
                custom.forEach(field -> fields.put(
                        Custom.COLUMN + "." + field.key(),
                        field.told(own.values().get(field.key()))));
            } else if (value instanceof Record part) {
                read(part, fields);
            } else {
                fields.put(FieldNames.snake(component.getName()), code(value));
            }
        }
    }

    /** The API writes the values of an enumeration in small letters, however the program does. */
    private static @Nullable Object code(@Nullable Object value) {
        return value instanceof Enum<?> one ? one.name().toLowerCase(Locale.ROOT) : value;
    }

    private static @Nullable Object get(Record row, RecordComponent component) {
        try {
            // A row of another module is no public class; its components are what the list shows.
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
