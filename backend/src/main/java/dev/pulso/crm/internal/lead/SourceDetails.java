package dev.pulso.crm.internal.lead;

import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Texts;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** More about where a lead came from, in short texts by key: campaign, page, who recommended it. Kept as JSON. */
final class SourceDetails {
    private static final String FIELD = "source_details";
    private static final int MOST_KEYS = 30;
    private static final int LONGEST_KEY = 40;

    private SourceDetails() {}

    static Map<String, String> read(String stored) {
        Map<String, String> details = new TreeMap<>();
        new JsonObject(stored).forEach(entry -> details.put(entry.getKey(), (String) entry.getValue()));
        return details;
    }

    /** What becomes of it: keys that are named are set, one with null goes, null for all of it clears everything. */
    static String changed(String stored, @Nullable Map<String, @Nullable String> changes) {
        Map<String, String> details = changes == null ? new TreeMap<>() : read(stored);
        if (changes != null) {
            changes.forEach((key, value) -> {
                if (Texts.isBlank(key) || Texts.length(key) > LONGEST_KEY) {
                    throw Problem.invalid(FIELD, "keys have 1 to " + LONGEST_KEY + " characters", "too_long");
                }
                String text = Checks.trimmed(value);
                if (text == null) {
                    details.remove(key);
                } else {
                    details.put(key, text);
                }
            });
        }
        if (details.size() > MOST_KEYS) {
            throw Problem.invalid(FIELD, "must have at most " + MOST_KEYS + " keys", "size");
        }
        JsonObject json = new JsonObject();
        details.forEach(json::put);
        return json.encode();
    }
}
