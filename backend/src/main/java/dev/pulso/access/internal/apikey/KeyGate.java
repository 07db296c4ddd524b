package dev.pulso.access.internal.apikey;

import dev.pulso.edge.security.ApiKeyGate;
import dev.pulso.edge.security.OpaqueToken;
import dev.pulso.edge.security.Permissions;
import dev.pulso.kernel.Bounded;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.NoticeListener;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps keys that were good in memory until the database says that something has changed in their tenant. */
@ApplicationScoped
class KeyGate implements ApiKeyGate, NoticeListener {
    private static final int KEYS = 20_000;
    private static final long KEEP_MILLIS = 30_000;

    private static final String ADMITTED = """
        select k.name, k.key_hash, k.scopes, k.expires_at, k.api_version
        from api_keys k join tenants t on t.id = k.tenant_id
        where k.id = $1 and k.revoked_at is null and t.deleted_at is null\
        """;

    private final Tenancy tenancy;
    private final LastUse lastUse;
    private final Clock clock;
    /** By tenant: forgetting drops the inner map, and with it an answer that was read before the change. */
    private final Map<UUID, Map<String, Known>> tenants = Bounded.map(KEYS);

    private volatile boolean listening;

    KeyGate(Tenancy tenancy, LastUse lastUse, Clock clock) {
        this.tenancy = tenancy;
        this.lastUse = lastUse;
        this.clock = clock;
    }

    private record Known(Holder holder, long untilMillis) {}

    @Override
    public @Nullable Holder known(String key) {
        OpaqueToken token = KeyText.token(key);
        Map<String, Known> keys = token == null ? null : tenants.get(token.tenantId());
        Known known = keys == null ? null : keys.get(key);
        if (known == null || clock.millis() >= known.untilMillis()) {
            return null;
        }
        lastUse.note(known.holder());
        return known.holder();
    }

    @Override
    public Uni<@Nullable Holder> admit(String key) {
        OpaqueToken token = KeyText.token(key);
        if (token == null) {
            return Uni.createFrom().nullItem();
        }
        Map<String, Known> place = place(token.tenantId());
        return tenancy.query(Caller.system(token.tenantId(), "access", null), ADMITTED, Tuple.of(token.rowId()))
                .map(rows -> {
                    for (Row row : rows) {
                        OffsetDateTime expires = row.getOffsetDateTime("expires_at");
                        long until = expires == null
                                ? Long.MAX_VALUE
                                : expires.toInstant().toEpochMilli();
                        if (token.matches(row.get(Buffer.class, "key_hash").getBytes()) && clock.millis() < until) {
                            Holder holder = holder(token, row);
                            place.put(key, new Known(holder, Math.min(until, clock.millis() + KEEP_MILLIS)));
                            lastUse.note(holder);
                            return holder;
                        }
                    }
                    return null;
                });
    }

    private static Holder holder(OpaqueToken token, Row row) {
        return new Holder(
                token.rowId(),
                Caller.apiKey(
                        token.tenantId(),
                        token.rowId(),
                        row.getString("name"),
                        Stream.of(row.getArrayOfStrings("scopes"))
                                .filter(Permissions.ALL::contains)
                                .collect(Collectors.toUnmodifiableSet())),
                row.getString("api_version"));
    }

    private Map<String, Known> place(UUID tenant) {
        if (!listening) {
            return new ConcurrentHashMap<>();
        }
        return tenants.computeIfAbsent(tenant, id -> new ConcurrentHashMap<>());
    }

    void changed(UUID tenantId) {
        tenants.remove(tenantId);
    }

    @Override
    public String channel() {
        return "access_changed";
    }

    /** Only what concerns a whole tenant can concern its keys. */
    @Override
    public void heard(String payload) {
        if (payload.indexOf('/') < 0) {
            changed(UUID.fromString(payload));
        }
    }

    @Override
    public void attached() {
        tenants.clear();
        listening = true;
    }

    @Override
    public void detached() {
        listening = false;
        tenants.clear();
    }
}
