package dev.pulso.access;

import dev.pulso.api.model.ApiKey;
import dev.pulso.edge.web.ApiVersions;
import java.time.Instant;
import java.time.LocalDate;

/** Keys at the edge of the API. */
public final class ApiKeyMapper {
    private ApiKeyMapper() {}

    public static ApiKey toApi(ApiKeyData key, Instant now) {
        return new ApiKey()
                .id(key.id())
                .name(key.name())
                .prefix(key.prefix())
                .scopes(key.scopes())
                .status(ApiKey.StatusEnum.fromString(key.status(now)))
                .createdById(key.createdBy())
                .createdAt(key.createdAt())
                .updatedAt(key.updatedAt())
                .version(key.version())
                .expiresAt(key.expiresAt())
                .lastUsedAt(key.lastUsedAt())
                .revokedAt(key.revokedAt())
                .replacedById(key.replacedBy())
                .pulsoVersion(LocalDate.parse(ApiVersions.unasked(key.apiVersion())));
    }
}
