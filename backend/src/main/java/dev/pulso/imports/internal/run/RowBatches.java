package dev.pulso.imports.internal.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the batches that they are stored in. A record that comes twice is made, then changed: not within one statement, so the
 * second time begins another batch.
 */
final class RowBatches {
    static final int MOST = 1_000;

    private final Set<Object> keys = new HashSet<>();
    private List<ImportBatches.Item> open = new ArrayList<>();

    /** Adds a row; answers the batch that was complete before it, or null. */
    @Nullable
    List<ImportBatches.Item> add(ImportBatches.Item item) {
        Object key = item.key();
        @Nullable List<ImportBatches.Item> complete = null;
        if (open.size() == MOST || (key != null && keys.contains(key))) {
            complete = open;
            open = new ArrayList<>();
            keys.clear();
        }
        if (key != null) {
            keys.add(key);
        }
        open.add(item);
        return complete;
    }

    /** The last batch, which may be empty. */
    List<ImportBatches.Item> rest() {
        return open;
    }
}
