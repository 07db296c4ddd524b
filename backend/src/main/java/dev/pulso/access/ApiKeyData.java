package dev.pulso.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is listed: what it is called and may do, never the key itself.
 *
 * @param replacedBy the key that it was rotated to
 * @param apiVersion the version of the API it was made with; null when there were none yet
 */
public record ApiKeyData(
        UUID id,
        String name,
        String prefix,
        List<String> scopes,
        @Nullable UUID createdBy,
        Instant createdAt,
        Instant updatedAt,
        int version,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable UUID replacedBy,
        @Nullable String apiVersion) {

    String status(Instant now) {
        if (revokedAt != null) {
            return "revoked";
        }
        return expiresAt != null && !now.isBefore(expiresAt) ? "expired" : "active";
    }
}
