package dev.pulso.store.data;

import dev.pulso.kernel.Checks;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What other systems keep with a record: the key under which one of them knows it, and short notes that mean something to
 * them alone.
 *
 * @param source the system that {@code id} is of; {@value #DEFAULT} unless said
 * @param id unique per tenant, kind of record and source; null when nobody else knows the record
 * @param metadata by key
 */
public record External(String source, @Nullable String id, Map<String, String> metadata) {
    public static final String DEFAULT = "default";

    /** Nobody else knows it. */
    public static final External NONE = new External(DEFAULT, null, Map.of());

    public static External of(@Nullable String source, @Nullable String id, @Nullable Map<String, String> metadata) {
        return new External(source == null ? DEFAULT : source, id, metadata == null ? Map.of() : metadata);
    }

    /** The key of a row of a file. */
    public static External key(@Nullable String id) {
        return of(null, id, null);
    }

    /** What a list is asked for: the key of another system; null leaves a condition out. */
    public record Key(@Nullable String source, @Nullable String id) {
        public Key {
            id = Checks.trimmed(id);
        }

        public KeysetQuery in(KeysetQuery query, String alias) {
            return query.where(alias + ".external_source = ?", source).where(alias + ".external_id = ?", id);
        }
    }

    /** The columns that {@link #of(UnaryOperator)} reads. */
    static final List<String> NAMES = List.of("external_source", "external_id", "metadata");

    public static String columns(String alias) {
        return NAMES.stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }

    /** @param text of a column of a row */
    public static External of(UnaryOperator<@Nullable String> text) {
        return new External(text.apply("external_source"), text.apply("external_id"), read(text.apply("metadata")));
    }

    static Map<String, String> read(String json) {
        Map<String, String> metadata = new TreeMap<>();
        new JsonObject(json).forEach(entry -> metadata.put(entry.getKey(), (String) entry.getValue()));
        return metadata;
    }

    /** As the column of a record keeps it. */
    public static String write(Map<String, String> metadata) {
        JsonObject json = new JsonObject();
        new TreeMap<>(metadata).forEach(json::put);
        return json.encode();
    }
}
