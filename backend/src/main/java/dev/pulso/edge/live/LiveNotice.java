package dev.pulso.edge.live;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the log: a pointer to what changed. */
record LiveNotice(
        long seq,
        UUID tenantId,
        String permission,
        String type,
        @Nullable UUID recordId,
        @Nullable UUID parentId,
        @Nullable Integer version) {

    /** @param seen what a reader has seen once it has this notice: everything up to there */
    LiveEvent event(long seen) {
        JsonObject data = new JsonObject();
        if (recordId != null) {
            data.put("id", recordId.toString());
        }
        if (version != null) {
            data.put("version", version);
        }
        if (parentId != null) {
            data.put("parent_id", parentId.toString());
        }
        return new LiveEvent(type, Math.min(seq, seen), data.encode());
    }
}
