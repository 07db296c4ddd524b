package dev.pulso.store.custom;

import dev.pulso.kernel.Change;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Texts;
import dev.pulso.kernel.Violation;
import dev.pulso.store.data.Custom;
import dev.pulso.store.data.CustomField;
import dev.pulso.store.data.CustomFilters;
import dev.pulso.store.data.CustomOption;
import dev.pulso.store.question.Lists;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields that a company has added, for whoever writes values into them or shows them. */
@ApplicationScoped
public class CustomFields {
    private static final int LONGEST_NAME = 100;

    private static final String OF_KIND = "select " + CustomField.COLUMNS + " from custom_fields where kind = $1 and "
            + CustomField.PRESENT + " order by position, id";

    /** Nobody deletes the field, or an option of it, until what is written has been. */
    private static final String FOR_WRITING = OF_KIND + " for key share";

    private static final String OF_KINDS = "select " + CustomField.COLUMNS
            + " from custom_fields where kind = any($1) and " + CustomField.PRESENT + " order by kind, position, id";

    private final Tenancy tenancy;
    private final Lists lists;

    CustomFields(Tenancy tenancy, Lists lists) {
        this.tenancy = tenancy;
        this.lists = lists;
    }

    /** Those of a kind, in their order. */
    public Uni<List<CustomField>> of(Caller caller, String kind) {
        return tenancy.query(caller, OF_KIND, Tuple.of(kind)).map(CustomFields::read);
    }

    /**
     * The fields of a row of a list as the API calls them, and of what type each is: those of the contract, then those of the company
     * ({@code custom.segmento}, a text of the label of what is chosen). For whoever writes lists down.
     */
    public Uni<Map<String, String>> columns(Caller caller, String kind) {
        Map<String, String> columns = new LinkedHashMap<>(lists.columns(kind));
        if (columns.remove(Custom.COLUMN) == null) {
            return Uni.createFrom().item(columns);
        }
        return of(caller, kind).map(fields -> {
            fields.forEach(field -> columns.put(
                    Custom.COLUMN + "." + field.key(),
                    switch (field.type()) {
                        case number -> "number";
                        case date -> "date";
                        case checkbox -> "boolean";
                        default -> "text";
                    }));
            return columns;
        });
    }

    /**
     * What of the values of a new record is kept.
     *
     * @param pipeline of a deal; null where there is none
     * @param asked whether it was asked for them: a person then has to say what is required, which a program need not, nor whoever makes
     *     the record on the way to something else, such as a conversion
     */
    public Uni<Map<String, Object>> ofNew(
            Caller caller, String kind, @Nullable Map<String, Object> given, @Nullable UUID pipeline, boolean asked) {
        boolean all = asked && caller.userId() != null;
        Map<String, Object> values = given == null ? Map.of() : given;
        return values.isEmpty() && !all
                ? Uni.createFrom().item(Map.of())
                : forWriting(caller, kind, values)
                        .map(fields -> checked(caller, fields, values, Custom.NONE, pipeline, all));
    }

    /**
     * What an edit changes of the values that a record has.
     *
     * @param present what stands in them
     */
    public Uni<Change<Map<String, Object>>> changed(
            Caller caller, String kind, Change<Map<String, Object>> change, Custom present, @Nullable UUID pipeline) {
        Map<String, Object> given = change.value();
        return given == null || given.isEmpty()
                ? Uni.createFrom().item(Change.none())
                : forWriting(caller, kind, given)
                        .map(fields -> Change.to(checked(caller, fields, given, present, pipeline, false)));
    }

    private Uni<List<CustomField>> forWriting(Caller caller, String kind, Map<String, Object> given) {
        String statement = given.isEmpty() ? OF_KIND : FOR_WRITING;
        return tenancy.query(caller, statement, Tuple.of(kind)).map(CustomFields::read);
    }

    private static Map<String, Object> checked(
            Caller caller,
            List<CustomField> fields,
            Map<String, Object> given,
            Custom present,
            @Nullable UUID pipeline,
            boolean isNew) {
        Map<String, Object> checked = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        given.forEach((key, value) -> {
            String at = Custom.COLUMN + "." + Texts.shortened(key, LONGEST_NAME);
            CustomField field = find(fields, key);
            try {
                if (field == null) {
                    throw Problem.invalid(at, "there is no such custom field", "unknown_field");
                }
                Object kept = field.checked(at, value, present.values().get(key));
                if (kept != null && !field.appliesTo(pipeline)) {
                    throw Problem.invalid(at, "is not asked for in this pipeline", "other_pipeline");
                }
                checked.put(key, kept);
            } catch (Problem problem) {
                violations.addAll(problem.violations());
            }
        });
        if (caller.userId() != null) {
            for (CustomField field : fields) {
                boolean left = isNew || given.containsKey(field.key());
                if (field.required() && left && field.appliesTo(pipeline) && checked.get(field.key()) == null) {
                    String at = Custom.COLUMN + "." + field.key();
                    if (violations.stream().noneMatch(one -> one.field().startsWith(at))) {
                        violations.add(new Violation(at, "must not be empty", "required"));
                    }
                }
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return checked;
    }

    /**
     * What of the values of one record can stand in another one of another kind: what has the same key and the same type there, and of
     * what is chosen the options that are called the same.
     */
    public Uni<Map<String, Object>> copied(
            Caller caller, String fromKind, Custom from, String toKind, @Nullable UUID pipeline) {
        if (from.values().isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return tenancy.query(caller, OF_KINDS, Tuple.of(new String[] {fromKind, toKind}))
                .map(CustomFields::read)
                .map(all -> {
                    Map<String, Object> copied = new LinkedHashMap<>();
                    List<CustomField> theirs = ofKind(all, toKind);
                    for (CustomField field : ofKind(all, fromKind)) {
                        Object value = from.values().get(field.key());
                        CustomField same = find(theirs, field.key());
                        if (value != null && same != null && same.type() == field.type() && same.appliesTo(pipeline)) {
                            Object taken = field.type().chooses() ? chosen(field, value, same) : value;
                            if (taken != null && fits(same, taken)) {
                                copied.put(field.key(), taken);
                            }
                        }
                    }
                    return copied;
                });
    }

    private static boolean fits(CustomField field, Object value) {
        try {
            return field.checked(field.key(), value, null) != null;
        } catch (Problem tooPrecise) {
            return false;
        }
    }

    private static @Nullable Object chosen(CustomField from, Object value, CustomField to) {
        List<String> labels = from.labels(value);
        List<String> ids = to.options().stream()
                .filter(option -> !option.archived() && labels.contains(option.label()))
                .map(CustomOption::id)
                .map(UUID::toString)
                .toList();
        if (ids.isEmpty()) {
            return null;
        }
        return value instanceof List<?> ? ids : ids.getFirst();
    }

    /**
     * What of the custom filters of questions cannot be asked (any more), by kind and name of the filter.
     *
     * @param questions filters by kind
     */
    public Uni<Map<String, Map<String, CustomField>>> fieldsOf(Caller caller, Collection<String> kinds) {
        if (kinds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return tenancy.query(caller, OF_KINDS, Tuple.of(kinds.toArray(String[]::new)))
                .map(CustomFields::read)
                .map(all -> {
                    Map<String, Map<String, CustomField>> fields = new LinkedHashMap<>();
                    all.forEach(field -> fields.computeIfAbsent(field.kind(), kind -> new LinkedHashMap<>())
                            .put(field.key(), field));
                    return fields;
                });
    }

    /**
     * Completes when the company has the fields that filters name, and they take the values.
     *
     * @param at where in the request the filters stand, such as {@code question.filters.}
     */
    public Uni<Void> requireFilters(Caller caller, String kind, Map<String, String> filters, String at) {
        if (filters.keySet().stream().noneMatch(CustomFilters::isOne)) {
            return Uni.createFrom().voidItem();
        }
        return fieldsOf(caller, List.of(kind))
                .invoke(fields -> {
                    List<Violation> wrong =
                            CustomFilters.wrong(fields.getOrDefault(kind, Map.of()), filters).values().stream()
                                    .map(one -> new Violation(at + one.field(), one.message(), one.code()))
                                    .toList();
                    if (!wrong.isEmpty()) {
                        throw Problem.invalid(wrong);
                    }
                })
                .replaceWithVoid();
    }

    private static List<CustomField> ofKind(List<CustomField> all, String kind) {
        return all.stream().filter(field -> field.kind().equals(kind)).toList();
    }

    private static @Nullable CustomField find(List<CustomField> fields, String key) {
        return fields.stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private static List<CustomField> read(RowSet<Row> rows) {
        List<CustomField> fields = new ArrayList<>();
        rows.forEach(row -> fields.add(CustomField.read(row)));
        return fields;
    }
}
