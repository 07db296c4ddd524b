package dev.pulso.access.internal.apikey;

import dev.pulso.api.ApiKeysApi;
import dev.pulso.api.model.ApiKeyCreate;
import dev.pulso.api.model.ApiKeyPage;
import dev.pulso.api.model.NewApiKey;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.store.data.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Keys of programs over HTTP. */
@AtMostOnce
class ApiKeyResource implements ApiKeysApi {
    private final ApiKeyService keys;
    private final CallerContext context;

    ApiKeyResource(ApiKeyService keys, CallerContext context) {
        this.keys = keys;
        this.context = context;
    }

    @Override
    public Uni<ApiKeyPage> listApiKeys(Integer limit, String cursor) {
        return keys.list(context.caller(), PageRequest.of(limit, null, cursor))
                .map(page -> ApiKeyMapper.toApi(page, keys.now()));
    }

    @Override
    public Uni<NewApiKey> createApiKey(ApiKeyCreate body) {
        return keys.create(context.caller(), body.getName(), body.getScopes(), body.getExpiresAt())
                .map(made -> ApiKeyMapper.toApi(made, keys.now()));
    }

    @Override
    public Uni<Void> revokeApiKey(UUID id) {
        return keys.revoke(context.caller(), id);
    }
}
