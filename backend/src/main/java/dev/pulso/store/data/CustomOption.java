package dev.pulso.store.data;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;

/**
 * Something that may be chosen in a field.
 *
 * @param archived it is not offered any more; records that have it keep it
 */
public record CustomOption(UUID id, String label, boolean archived) {
    private static final String ID = "id";
    private static final String LABEL = "label";
    private static final String ARCHIVED = "archived";

    /** As the column of a field keeps them. */
    public static String write(List<CustomOption> options) {
        JsonArray array = new JsonArray();
        options.forEach(option -> array.add(new JsonObject()
                .put(ID, option.id().toString())
                .put(LABEL, option.label())
                .put(ARCHIVED, option.archived())));
        return array.encode();
    }

    public static List<CustomOption> read(String text) {
        return new JsonArray(text)
                .stream()
                        .map(JsonObject.class::cast)
                        .map(option -> new CustomOption(
                                UUID.fromString(option.getString(ID)),
                                option.getString(LABEL),
                                option.getBoolean(ARCHIVED)))
                        .toList();
    }
}
