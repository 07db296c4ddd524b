package dev.pulso.store.data;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Violation;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Filters of lists by fields that the company has added: {@code custom.<key>}, {@code custom.<key>_from}, {@code custom.<key>_to}. */
public final class CustomFilters {
    private static final Pattern NAME = Pattern.compile("custom\\.([a-z][a-z0-9_]{0,44})");
    private static final String FROM = "_from";
    private static final String TO = "_to";

    private static final String FIELDS =
            "select " + CustomField.COLUMNS + " from custom_fields where kind = $1 and " + CustomField.PRESENT;

    private CustomFilters() {}

    /** Whether the parameter is one, as far as its name goes. */
    public static boolean isOne(String name) {
        return NAME.matcher(name).matches();
    }

    /** The filters among those, by name. */
    static Map<String, String> among(Map<String, String> filters) {
        Map<String, String> among = new TreeMap<>();
        filters.forEach((name, value) -> {
            if (isOne(name)) {
                among.put(name, value);
            }
        });
        return among;
    }

    /** The fields of a kind by their keys. */
    static Uni<Map<String, CustomField>> fields(Tenancy tenancy, Caller caller, String kind) {
        return tenancy.query(caller, FIELDS, Tuple.of(kind)).map(rows -> {
            Map<String, CustomField> fields = new LinkedHashMap<>();
            for (Row row : rows) {
                CustomField field = CustomField.read(row);
                fields.put(field.key(), field);
            }
            return fields;
        });
    }

    /** What is wrong with filters, by their names; nothing where a list can be asked them. */
    public static Map<String, Violation> wrong(Map<String, CustomField> fields, Map<String, String> filters) {
        Map<String, Violation> wrong = new LinkedHashMap<>();
        among(filters).forEach((name, text) -> {
            try {
                condition(fields, name, text);
            } catch (Problem problem) {
                wrong.put(name, problem.violations().getFirst());
            }
        });
        return wrong;
    }

    /** Adds them to the conditions of a list. @throws Problem 400 that names each that the list does not have, or would not take */
    static void add(KeysetQuery query, String idColumn, Map<String, CustomField> fields, Map<String, String> filters) {
        Map<String, Violation> wrong = wrong(fields, filters);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(List.copyOf(wrong.values()));
        }
        among(filters).forEach((name, text) -> {
            Found found = found(fields, name);
            CustomField.Condition condition = condition(fields, name, text);
            String field = query.place(found.field().id());
            query.where(idColumn + " in (select v.record_id from custom_values v where v.field_id = " + field + " and "
                    + condition.sql().replace("?", query.place(condition.value())) + ")");
        });
    }

    /** @param from null: the value itself */
    private record Found(CustomField field, @Nullable Boolean from) {}

    private static Found found(Map<String, CustomField> fields, String name) {
        String key = name.substring(name.indexOf('.') + 1);
        CustomField field = fields.get(key);
        if (field != null) {
            return new Found(field, null);
        }
        boolean from = key.endsWith(FROM);
        CustomField measured = from || key.endsWith(TO) ? fields.get(key.substring(0, key.lastIndexOf('_'))) : null;
        if (measured == null) {
            throw Problem.invalid(name, "there is no such custom field, or not any more", "unknown_field");
        }
        if (!measured.type().measures()) {
            throw Problem.invalid(name, "the field is neither a number nor a day", "unknown_field");
        }
        return new Found(measured, from);
    }

    private static CustomField.Condition condition(Map<String, CustomField> fields, String name, String text) {
        Found found = found(fields, name);
        return found.from() == null
                ? found.field().equal(name, text)
                : found.field().bound(name, text, found.from());
    }
}
