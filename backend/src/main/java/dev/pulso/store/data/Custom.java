package dev.pulso.store.data;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the fields that a company has added to a record, by their keys and as the API writes it; a field without a value is
 * left out. The column {@code custom} keeps it as JSON, in the order of the keys.
 */
public record Custom(Map<String, Object> values) {
    public static final String COLUMN = "custom";

    /** Nothing stands in any. */
    public static final Custom NONE = new Custom(Map.of());

    /** As the column keeps nothing. */
    static final String EMPTY = "{}";

    public Custom {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** @param json as the column of a record keeps it */
    public static Custom read(String json) {
        if (json.equals(EMPTY)) {
            return NONE;
        }
        return new Custom(plain(new JsonObject(json)));
    }

    /** Values as they are, null among them. */
    public static Map<String, @Nullable Object> plain(JsonObject json) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        json.forEach(entry -> values.put(
                entry.getKey(), entry.getValue() instanceof JsonArray array ? array.getList() : entry.getValue()));
        return values;
    }

    /** What stands in those fields, null where nothing does. */
    public Map<String, @Nullable Object> in(Set<String> keys) {
        Map<String, @Nullable Object> found = new LinkedHashMap<>();
        keys.forEach(key -> found.put(key, values.get(key)));
        return found;
    }

    /** As the column of a record keeps it. */
    public String write() {
        JsonObject json = new JsonObject();
        new TreeMap<>(values).forEach(json::put);
        return json.encode();
    }

    /** Keys that are named are set, one with null goes, the others stay. */
    public Custom changed(Map<String, @Nullable Object> changes) {
        Map<String, Object> changed = new TreeMap<>(values);
        changes.forEach((key, value) -> {
            if (value == null) {
                changed.remove(key);
            } else {
                changed.put(key, value);
            }
        });
        return new Custom(changed);
    }
}
