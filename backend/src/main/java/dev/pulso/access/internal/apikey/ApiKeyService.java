package dev.pulso.access.internal.apikey;

import dev.pulso.access.ApiKeyData;
import dev.pulso.access.MakersKeys;
import dev.pulso.kernel.Change;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys for programs. A key is shown once; a revoked one counts no more from its next request on. */
@ApplicationScoped
class ApiKeyService implements MakersKeys {
    private final Tenancy tenancy;
    private final ApiKeyRepository keys;
    private final ApiKeyQueries queries;
    private final KeyGate gate;
    private final LastUse lastUse;
    private final Clock clock;

    ApiKeyService(
            Tenancy tenancy, ApiKeyRepository keys, ApiKeyQueries queries, KeyGate gate, LastUse lastUse, Clock clock) {
        this.tenancy = tenancy;
        this.keys = keys;
        this.queries = queries;
        this.gate = gate;
        this.lastUse = lastUse;
        this.clock = clock;
    }

    /** @param secret the key itself, told this once */
    record Made(ApiKeyData key, String secret) {}

    Uni<Page<ApiKeyData>> list(Caller caller, PageRequest page) {
        return lastUse.write(caller.tenantId()).chain(() -> queries.list(caller, page));
    }

    Uni<Made> create(Caller caller, String name, List<String> scopes, @Nullable Instant expiresAt) {
        return tenancy.write(
                caller,
                session -> queries.sandbox(caller)
                        .chain(sandbox ->
                                made(caller, new ApiKey(caller, name, scopes, expiresAt, sandbox, clock.instant()))));
    }

    /**
     * A key that follows another, which goes on working for the overlap.
     *
     * @param expires when the new one ends; unchanged: after the same time to live
     */
    Uni<Made> rotate(Caller caller, UUID id, ExpectedVersion expected, Duration overlap, Change<Instant> expires) {
        return tenancy.write(
                        caller,
                        session -> queries.sandbox(caller)
                                .chain(sandbox -> load(id, expected)
                                        .map(key -> key.rotate(caller, overlap, expires, sandbox, clock.instant())))
                                .chain(successor -> made(caller, successor)))
                .invoke(() -> gate.changed(caller.tenantId()));
    }

    private Uni<Made> made(Caller caller, ApiKey key) {
        return keys.persistAndFlush(key)
                .chain(kept -> queries.get(caller, kept.id()).map(data -> new Made(data, kept.secret())));
    }

    Uni<Void> revoke(Caller caller, UUID id, ExpectedVersion expected) {
        return tenancy.write(
                        caller,
                        session -> load(id, expected)
                                .invoke(key -> key.revoke(clock.instant()))
                                .chain(() -> session.flush()))
                .invoke(() -> gate.changed(caller.tenantId()));
    }

    private Uni<ApiKey> load(UUID id, ExpectedVersion expected) {
        return keys.findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .invoke(key -> key.requireVersion(expected));
    }

    @Override
    public Uni<Void> revokeOf(Caller caller, UUID maker) {
        return tenancy.sql(
                        caller,
                        connection -> connection
                                .preparedQuery(
                                        "update api_keys set revoked_at = $2, updated_at = $2, version = version + 1"
                                                + " where created_by = $1 and revoked_at is null")
                                .execute(Tuple.of(maker, clock.instant().atOffset(ZoneOffset.UTC))))
                .invoke(() -> gate.changed(caller.tenantId()))
                .replaceWithVoid();
    }

    Instant now() {
        return clock.instant();
    }
}
