package dev.pulso.access.internal.gate;

import dev.pulso.access.internal.role.RecordScope;
import dev.pulso.edge.security.AccessGate;
import dev.pulso.edge.security.AccessTokens;
import dev.pulso.edge.security.Permissions;
import dev.pulso.edge.security.Roles;
import dev.pulso.kernel.Bounded;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.NoticeListener;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what sessions may do in memory and forgets it when the database says that it has changed. While the database
 * cannot be heard nothing is kept: every request then asks, with one small statement.
 */
@ApplicationScoped
class SessionGate implements AccessGate, NoticeListener {
    private static final int USERS = 20_000;
    private static final int SESSIONS_PER_USER = 50;
    /** Notices are reliable; this bounds the harm should a proxy in between keep a dead connection open. */
    private static final long KEEP_MILLIS = 30_000;

    private static final String RIGHTS = """
        select u.role, u.email, r.permissions, r.scopes,
               (select array_agg(m.id) from users m where m.tenant_id = u.tenant_id and m.team_id = u.team_id) as team
        from users u
        left join roles r on r.tenant_id = u.tenant_id and r.id = u.role_id
        join tenants t on t.id = u.tenant_id
        where u.disabled_at is null and t.deleted_at is null\
        """;

    private static final String ADMITTED = RIGHTS
            + " and u.id = $2 and exists (select from sessions s where s.tenant_id = u.tenant_id and s.id = $1"
            + " and s.user_id = u.id and s.revoked_at is null and s.expires_at > $3)";

    /** Without their teams, which nobody asks for. */
    private static final String EVERYBODY = """
        select u.id, u.role, r.permissions
        from users u
        left join roles r on r.tenant_id = u.tenant_id and r.id = u.role_id
        where u.disabled_at is null and u.removed_at is null\
        """;

    private static final String PERSON = RIGHTS + " and u.id = $1";

    private final Tenancy tenancy;
    private final Clock clock;
    private final Map<UUID, User> users = Bounded.map(USERS);
    private volatile boolean listening;

    SessionGate(Tenancy tenancy, Clock clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * What is known of a user's sessions. Forgetting drops the object: an answer that was read before a change and
     * arrives after it lands in the dropped one, where nobody finds it.
     */
    private record User(UUID tenantId, Map<UUID, Known> sessions) {
        void forgetOldest() {
            sessions.entrySet().stream()
                    .min(Comparator.comparingLong(entry -> entry.getValue().untilMillis()))
                    .ifPresent(oldest -> sessions.remove(oldest.getKey(), oldest.getValue()));
        }
    }

    private record Known(Caller caller, long untilMillis) {}

    @Override
    public @Nullable Caller known(AccessTokens.Claims claims) {
        User user = users.get(claims.userId());
        if (user == null || !user.tenantId().equals(claims.tenantId())) {
            return null;
        }
        Known known = user.sessions().get(claims.sessionId());
        return known == null || clock.millis() >= known.untilMillis() ? null : known.caller();
    }

    @Override
    public Uni<@Nullable Caller> admit(AccessTokens.Claims claims) {
        User place = place(claims);
        Caller asking = Caller.system(claims.tenantId(), "access", null);
        return tenancy.query(
                        asking,
                        ADMITTED,
                        Tuple.of(
                                claims.sessionId(),
                                claims.userId(),
                                clock.instant().atOffset(java.time.ZoneOffset.UTC)))
                .map(rows -> {
                    for (Row row : rows) {
                        Caller caller = caller(claims.tenantId(), claims.userId(), row);
                        place.sessions().put(claims.sessionId(), new Known(caller, clock.millis() + KEEP_MILLIS));
                        return caller;
                    }
                    return null;
                });
    }

    @Override
    public Uni<@Nullable Caller> standIn(UUID tenantId, UUID userId) {
        return tenancy.query(Caller.system(tenantId, "access", null), PERSON, Tuple.of(userId))
                .map(rows -> {
                    for (Row row : rows) {
                        return caller(tenantId, userId, row);
                    }
                    return null;
                });
    }

    @Override
    public Uni<List<UUID>> holders(UUID tenantId, String permission) {
        return tenancy.query(Caller.system(tenantId, "access", null), EVERYBODY, Tuple.tuple())
                .map(rows -> rows.stream()
                        .filter(row -> permissions(row).contains(permission))
                        .map(row -> row.getUUID("id"))
                        .toList());
    }

    private static Caller caller(UUID tenantId, UUID userId, Row row) {
        return new Caller(tenantId, userId, row.getString("email"), permissions(row), null, reach(userId, row), null);
    }

    /** What the product has forgotten since a role was made is no right any more. */
    private static Set<String> permissions(Row row) {
        String[] own = row.getArrayOfStrings("permissions");
        return own == null
                ? Roles.permissions(row.getString("role"))
                : Stream.of(own).filter(Permissions.ALL::contains).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Set<UUID>> reach(UUID userId, Row row) {
        Map<String, Set<UUID>> reach = new HashMap<>();
        JsonObject scopes = row.getJsonObject("scopes");
        UUID[] team = row.getArrayOfUUIDs("team");
        for (String kind : scopes == null ? Set.<String>of() : scopes.fieldNames()) {
            String scope = scopes.getString(kind);
            if (RecordScope.OWN.equals(scope) || (RecordScope.TEAM.equals(scope) && team == null)) {
                reach.put(kind, Set.of(userId));
            } else if (RecordScope.TEAM.equals(scope)) {
                reach.put(kind, Set.of(team));
            }
        }
        return reach;
    }

    /** Where the answer will be kept; taken before asking. */
    private User place(AccessTokens.Claims claims) {
        if (!listening) {
            return new User(claims.tenantId(), new ConcurrentHashMap<>());
        }
        User place =
                users.computeIfAbsent(claims.userId(), id -> new User(claims.tenantId(), new ConcurrentHashMap<>()));
        if (place.sessions().size() >= SESSIONS_PER_USER) {
            place.forgetOldest();
        }
        return place;
    }

    @Override
    public void changed(UUID tenantId, UUID userId) {
        // Before the commit somebody would only read again what was true before it.
        tenancy.afterCommit(() -> users.remove(userId));
    }

    @Override
    public void changed(UUID tenantId) {
        tenancy.afterCommit(
                () -> users.values().removeIf(user -> user.tenantId().equals(tenantId)));
    }

    @Override
    public String channel() {
        return "access_changed";
    }

    /** The tenant, or the tenant and the user. */
    @Override
    public void heard(String payload) {
        int slash = payload.indexOf('/');
        if (slash < 0) {
            changed(UUID.fromString(payload));
        } else {
            changed(UUID.fromString(payload.substring(0, slash)), UUID.fromString(payload.substring(slash + 1)));
        }
    }

    @Override
    public void attached() {
        users.clear();
        listening = true;
    }

    @Override
    public void detached() {
        listening = false;
        users.clear();
    }
}
