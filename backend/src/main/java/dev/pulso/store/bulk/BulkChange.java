package dev.pulso.store.bulk;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a record.
 *
 * @param changed false: it was so already
 * @param before what its fields were, by which it is taken back; null where it cannot be
 * @param version that it has now; null where there is none any more
 */
public record BulkChange(
        boolean changed,
        @Nullable JsonObject before,
        @Nullable Integer version) {

    /** It was so already. */
    public static final BulkChange NONE = new BulkChange(false, null, null);

    public static BulkChange of(JsonObject before, int version) {
        return new BulkChange(true, before, version);
    }

    /** It cannot be taken back. */
    public static BulkChange forGood() {
        return new BulkChange(true, null, null);
    }
}
