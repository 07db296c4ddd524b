package dev.pulso.lists.internal.export;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column that was asked for.
 *
 * @param name of the field of the row
 * @param label what stands above it; null: the name
 */
record ExportColumn(String name, @Nullable String label) {
    private static final String NAME = "name";
    private static final String LABEL = "label";

    String title() {
        return label == null ? name : label;
    }

    static String write(List<ExportColumn> columns) {
        JsonArray array = new JsonArray();
        columns.forEach(column -> {
            JsonObject one = new JsonObject().put(NAME, column.name());
            array.add(column.label() == null ? one : one.put(LABEL, column.label()));
        });
        return array.encode();
    }

    static List<ExportColumn> read(String text) {
        return new JsonArray(text)
                .stream()
                        .map(JsonObject.class::cast)
                        .map(column -> new ExportColumn(column.getString(NAME), column.getString(LABEL)))
                        .toList();
    }
}
