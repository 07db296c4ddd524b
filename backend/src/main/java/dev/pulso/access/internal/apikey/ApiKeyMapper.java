package dev.pulso.access.internal.apikey;

import dev.pulso.api.model.ApiKey;
import dev.pulso.api.model.ApiKeyPage;
import dev.pulso.api.model.NewApiKey;
import dev.pulso.store.data.Page;
import java.time.Instant;

/** Keys at the edge of the API. */
final class ApiKeyMapper {
    private ApiKeyMapper() {}

    static ApiKeyPage toApi(Page<ApiKeyData> page, Instant now) {
        return new ApiKeyPage()
                .data(page.data().stream().map(key -> toApi(key, now)).toList())
                .nextCursor(page.nextCursor());
    }

    static NewApiKey toApi(ApiKeyService.Made made, Instant now) {
        return new NewApiKey().key(toApi(made.key(), now)).secret(made.secret());
    }

    private static ApiKey toApi(ApiKeyData key, Instant now) {
        return new ApiKey()
                .id(key.id())
                .name(key.name())
                .prefix(key.prefix())
                .scopes(key.scopes())
                .status(ApiKey.StatusEnum.fromString(key.status(now)))
                .createdByName(key.createdByName())
                .createdAt(key.createdAt())
                .expiresAt(key.expiresAt())
                .lastUsedAt(key.lastUsedAt())
                .revokedAt(key.revokedAt());
    }
}
