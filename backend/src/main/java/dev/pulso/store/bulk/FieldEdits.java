package dev.pulso.store.bulk;

import dev.pulso.kernel.Change;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.FieldNames;
import dev.pulso.kernel.Records;
import dev.pulso.store.data.Custom;
import dev.pulso.store.data.ExternalChanges;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One field of many records set to a value, by the changes that an edit of one takes: what it was is kept as JSON under its name.
 *
 * @param <C> the changes, whose components are a {@link Change} each
 */
public final class FieldEdits<C extends Record> {
    private final Class<C> changes;
    private final Map<String, Class<?>> types = new HashMap<>();

    public FieldEdits(Class<C> changes) {
        this.changes = changes;
        for (RecordComponent component : changes.getRecordComponents()) {
            if (component.getType() == Change.class
                    && component.getGenericType() instanceof ParameterizedType change
                    && change.getActualTypeArguments()[0] instanceof Class<?> type) {
                types.put(component.getName(), type);
            }
        }
    }

    /**
     * Sets one field of a record, unless it is so already.
     *
     * @param version of the record as it was read
     * @param expected by who has ordered it
     * @param edit by the use case of one record; answers the version that it has left
     */
    public Uni<BulkChange> change(
            int version,
            ExpectedVersion expected,
            String component,
            @Nullable Object before,
            @Nullable Object after,
            BiFunction<ExpectedVersion, C, Uni<Integer>> edit) {
        expected.check(version);
        return Objects.equals(before, after)
                ? Uni.createFrom().item(BulkChange.NONE)
                : edit.apply(ExpectedVersion.of(version), set(component, after))
                        .map(left -> BulkChange.of(kept(component, before), left));
    }

    /** Sets one of the fields that the company has added. */
    public Uni<BulkChange> custom(
            int version,
            ExpectedVersion expected,
            Custom present,
            BulkOrder order,
            BiFunction<ExpectedVersion, C, Uni<Integer>> edit) {
        Map<String, @Nullable Object> after = order.custom();
        return change(version, expected, Custom.COLUMN, present.in(after.keySet()), after, edit);
    }

    /** An edit of one field and nothing else. */
    private C set(String component, @Nullable Object value) {
        return Records.maker(changes)
                .make(Arrays.stream(changes.getRecordComponents())
                        .map(one -> one.getType() == ExternalChanges.class
                                ? ExternalChanges.NONE
                                : one.getName().equals(component) ? Change.to(value) : Change.none())
                        .toArray());
    }

    /** What the field was, as it is kept. */
    private static JsonObject kept(String component, @Nullable Object value) {
        Object written = switch (value) {
            case null -> null;
            case List<?> texts -> new JsonArray(List.copyOf(texts));
            case Map<?, ?> values -> JsonObject.mapFrom(values);
            case Enum<?> constant -> constant.name();
            case UUID id -> id.toString();
            default -> value;
        };
        return new JsonObject().put(FieldNames.snake(component), written);
    }

    /** The edit that gives the field back what it was. */
    public C back(JsonObject before) {
        String name = before.fieldNames().iterator().next();
        String component = Arrays.stream(changes.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(one -> FieldNames.snake(one).equals(name))
                .findFirst()
                .orElseThrow();
        return set(component, read(types.get(component), before.getValue(name)));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Object read(@Nullable Class<?> type, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case JsonArray texts -> List.copyOf(texts.getList());
            case JsonObject values -> Custom.plain(values);
            case String text when type == UUID.class -> UUID.fromString(text);
            case String text when type != null && type.isEnum() -> Records.constant((Class) type, text);
            default -> Objects.requireNonNull(value);
        };
    }
}
