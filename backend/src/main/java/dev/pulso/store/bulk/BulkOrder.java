package dev.pulso.store.bulk;

import dev.pulso.kernel.Problem;
import dev.pulso.store.data.Custom;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with each record.
 *
 * @param action one of those that the source names
 * @param values what it needs, by the names of the API
 */
public record BulkOrder(String action, JsonObject values) {
    /** Sets one of the fields that the company has added. */
    public static final String SET_CUSTOM = "set_custom";

    public @Nullable String text(String name) {
        return values.getString(name);
    }

    public @Nullable UUID id(String name) {
        String text = values.getString(name);
        return text == null ? null : UUID.fromString(text);
    }

    /** What has to be there. */
    public UUID requiredId(String name) {
        UUID id = id(name);
        if (id == null) {
            throw missing(name);
        }
        return id;
    }

    /** What has to be there. */
    public String requiredText(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            throw missing(name);
        }
        return text;
    }

    /** What has to be there. */
    public List<String> requiredTexts(String name) {
        JsonArray texts = values.getJsonArray(name);
        if (texts == null || texts.isEmpty()) {
            throw missing(name);
        }
        return texts.stream().map(String.class::cast).toList();
    }

    /** One field of the company and its value, which may be null. */
    public Map<String, Object> custom() {
        JsonObject custom = values.getJsonObject("custom");
        if (custom == null || custom.size() != 1) {
            throw missing("custom");
        }
        return Custom.plain(custom);
    }

    private static Problem missing(String name) {
        return Problem.invalid("action." + name, "is needed for this action", "required");
    }
}
