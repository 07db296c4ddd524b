package dev.pulso.lists.internal.view;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a view.
 *
 * @param name of the field that it shows
 * @param width in pixels; null: as the list has it
 */
record ViewColumn(String name, @Nullable Integer width) {
    private static final String NAME = "name";
    private static final String WIDTH = "width";

    static String write(List<ViewColumn> columns) {
        JsonArray array = new JsonArray();
        columns.forEach(column -> {
            JsonObject one = new JsonObject().put(NAME, column.name());
            array.add(column.width() == null ? one : one.put(WIDTH, column.width()));
        });
        return array.encode();
    }

    static List<ViewColumn> read(String text) {
        return new JsonArray(text)
                .stream()
                        .map(JsonObject.class::cast)
                        .map(column -> new ViewColumn(column.getString(NAME), column.getInteger(WIDTH)))
                        .toList();
    }
}
