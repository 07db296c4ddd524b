package dev.pulso.edge.live;

import dev.pulso.edge.security.Permissions;
import dev.pulso.store.tenancy.Caller;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log: a pointer to what changed.
 *
 * @param permission by which the record is read
 * @param ownerKind the kind of records that roles limit, where it is of one
 * @param ownerId whose record it is; who does not reach that one's records is not told
 * @param userId the one person that is told, whatever it may read
 */
record LiveNotice(
        long seq,
        UUID tenantId,
        String permission,
        String type,
        @Nullable UUID recordId,
        @Nullable UUID parentId,
        @Nullable Integer version,
        @Nullable String ownerKind,
        @Nullable UUID ownerId,
        @Nullable UUID userId) {

    /** Whether somebody may know of it. */
    boolean isFor(Caller caller) {
        if (userId != null) {
            return userId.equals(caller.userId());
        }
        return caller.may(Permissions.present(permission))
                // Of many at once no record is named.
                && (ownerKind == null || recordId == null || caller.reaches(ownerKind, ownerId));
    }

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
