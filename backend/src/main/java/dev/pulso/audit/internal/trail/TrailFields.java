package dev.pulso.audit.internal.trail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.store.data.TrailValue;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the trail keeps, as the contract names and writes it ({@code openapi/audit.yaml}). The trail is sealed with the names of its
 * columns; they are put into the words of the API when it is read, so that old entries are told like new ones. A column that the
 * contract does not name is told nobody.
 */
@ApplicationScoped
class TrailFields {
    /** @param with what a moment that is there stands for, of a flag; without: one that is not */
    private record Column(
            String name,
            String form,
            @Nullable Object without,
            @Nullable Object with,
            @Nullable TrailValue own) {}

    private final Map<String, Map<String, Column>> tables = new HashMap<>();
    private final ObjectMapper json;

    TrailFields(ObjectMapper json, @All List<TrailValue> own) {
        this.json = json;
        read(json).properties().forEach(table -> {
            Map<String, Column> columns = new HashMap<>();
            table.getValue()
                    .get("columns")
                    .properties()
                    .forEach(column -> columns.put(
                            column.getKey(),
                            new Column(
                                    column.getValue().get("name").asText(),
                                    column.getValue().get("form").asText(),
                                    scalar(column.getValue().get("without")),
                                    scalar(column.getValue().get("with")),
                                    own.stream()
                                            .filter(value -> value.table().equals(table.getKey())
                                                    && value.column().equals(column.getKey()))
                                            .findFirst()
                                            .orElse(null))));
            tables.put(table.getKey(), columns);
        });
    }

    /** The changed fields of a row before and after; of a row that came or went those that say something. */
    Changed of(String table, @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {
        Map<String, Column> columns = tables.getOrDefault(table, Map.of());
        Map<String, @Nullable Object> was = told(columns, before);
        Map<String, @Nullable Object> is = told(columns, after);
        if (was == null || is == null) {
            for (Map<String, @Nullable Object> only : Arrays.asList(was, is)) {
                if (only != null) {
                    only.values().removeIf(Objects::isNull);
                }
            }
        } else {
            // Two moments of a flag are one state.
            was.keySet().removeIf(name -> {
                boolean same = Objects.equals(was.get(name), is.get(name));
                if (same) {
                    is.remove(name);
                }
                return same;
            });
        }
        return new Changed(was, is);
    }

    record Changed(
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after) {}

    private @Nullable Map<String, @Nullable Object> told(
            Map<String, Column> columns, @Nullable Map<String, Object> row) {
        if (row == null) {
            return null;
        }
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            Column column = columns.get(name);
            if (column != null) {
                told.put(column.name(), written(column, value));
            }
        });
        return told;
    }

    private @Nullable Object written(Column column, @Nullable Object value) {
        if (column.form().equals("flag")) {
            return value == null ? column.without() : column.with();
        }
        if (value == null) {
            return null;
        }
        if (column.own() != null) {
            return column.own().toApi(value);
        }
        return switch (column.form()) {
            case "instant" -> OffsetDateTime.parse(value.toString()).toInstant();
            case "decimal" ->
                new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
            // Metadata is kept as text.
            case "object" -> value instanceof String text ? parsed(text) : value;
            default -> value;
        };
    }

    private Object parsed(String text) {
        try {
            return json.readValue(text, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object scalar(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.asText();
    }

    private static JsonNode read(ObjectMapper json) {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream("audited.json")) {
            if (stream == null) {
                throw new IllegalStateException("audited.json is not on the class path: bundle the contract first");
            }
            return json.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
