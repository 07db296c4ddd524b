package dev.pulso.access.internal.apikey;

import dev.pulso.access.ApiKeyMapper;
import dev.pulso.api.ApiKeysApi;
import dev.pulso.api.model.ApiKeyCreate;
import dev.pulso.api.model.ApiKeyPage;
import dev.pulso.api.model.ApiKeyRotation;
import dev.pulso.api.model.NewApiKey;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.kernel.Change;
import dev.pulso.store.data.PageRequest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Keys of programs over HTTP. */
@AtMostOnce
class ApiKeyResource implements ApiKeysApi {
    /** As the contract's default says, of a request without a body. */
    private static final int OVERLAP_HOURS = 24;

    private final ApiKeyService keys;
    private final CallerContext context;
    private final PatchBody body;

    ApiKeyResource(ApiKeyService keys, CallerContext context, PatchBody body) {
        this.body = body;
        this.keys = keys;
        this.context = context;
    }

    @Override
    public Uni<ApiKeyPage> listApiKeys(Integer limit, String cursor) {
        return keys.list(context.caller(), PageRequest.of(limit, null, cursor))
                .map(page -> new ApiKeyPage()
                        .data(page.data().stream()
                                .map(key -> ApiKeyMapper.toApi(key, keys.now()))
                                .toList())
                        .nextCursor(page.nextCursor()));
    }

    @Override
    public Uni<NewApiKey> createApiKey(ApiKeyCreate body) {
        return keys.create(context.caller(), body.getName(), body.getScopes(), body.getExpiresAt())
                .map(this::shown);
    }

    @Override
    public Uni<NewApiKey> rotateApiKey(UUID id, ApiKeyRotation rotation) {
        Integer hours = rotation == null ? null : rotation.getOverlapHours();
        Change<Instant> expires = rotation == null ? Change.none() : body.change("expires_at", rotation.getExpiresAt());
        Duration overlap = Duration.ofHours(hours == null ? OVERLAP_HOURS : hours);
        return keys.rotate(context.caller(), id, context.expectedVersion(), overlap, expires)
                .map(this::shown);
    }

    private NewApiKey shown(ApiKeyService.Made made) {
        return new NewApiKey().key(ApiKeyMapper.toApi(made.key(), keys.now())).secret(made.secret());
    }

    @Override
    public Uni<Void> revokeApiKey(UUID id) {
        return keys.revoke(context.caller(), id, context.expectedVersion());
    }
}
