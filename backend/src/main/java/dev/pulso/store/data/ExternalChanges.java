package dev.pulso.store.data;

import dev.pulso.kernel.Change;
import java.util.Map;

/**
 * What an edit changes of {@link External}.
 *
 * @param metadata keys to set; a key with null goes, null for all of it clears everything
 */
public record ExternalChanges(Change<String> source, Change<String> id, Change<Map<String, String>> metadata) {
    public static final ExternalChanges NONE = new ExternalChanges(Change.none(), Change.none(), Change.none());
}
