package dev.pulso.identity.internal.session;

import dev.pulso.identity.Tenants;
import dev.pulso.identity.internal.tenant.TenantService;
import dev.pulso.identity.internal.user.UserData;
import dev.pulso.identity.internal.user.UserService;
import dev.pulso.platform.kernel.Ids;
import dev.pulso.platform.kernel.Steps;
import dev.pulso.platform.security.AccessTokens;
import dev.pulso.platform.security.PasswordHasher;
import dev.pulso.platform.security.Role;
import dev.pulso.platform.tenancy.Caller;
import dev.pulso.platform.tenancy.Tenancy;
import dev.pulso.platform.tenancy.TenantSetup;
import dev.pulso.platform.web.Problem;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Registering, logging in, renewing and ending sessions. */
@ApplicationScoped
class SessionService {
    private final Tenancy tenancy;
    private final SessionRepository sessions;
    private final RefreshTokenRepository refreshTokens;
    private final UserService users;
    private final TenantService tenants;
    private final Tenants settings;
    private final List<TenantSetup> setups;
    private final PasswordHasher passwords;
    private final AccessTokens accessTokens;
    private final Clock clock;

    SessionService(
            Tenancy tenancy,
            SessionRepository sessions,
            RefreshTokenRepository refreshTokens,
            UserService users,
            TenantService tenants,
            Tenants settings,
            @All List<TenantSetup> setups,
            PasswordHasher passwords,
            AccessTokens accessTokens,
            Clock clock) {
        this.tenancy = tenancy;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.users = users;
        this.tenants = tenants;
        this.settings = settings;
        this.setups = setups.stream()
                .sorted(Comparator.comparingInt(TenantSetup::order))
                .toList();
        this.passwords = passwords;
        this.accessTokens = accessTokens;
        this.clock = clock;
    }

    record NewTenant(String companyName, String slug, String name, String email, String password) {}

    /** A tenant with its admin and what every module sets up, all or nothing; then the admin's session. */
    Uni<OpenSession> register(NewTenant registration, @Nullable String userAgent, String requestId) {
        Caller founding = Caller.system(Ids.next(), registration.email(), requestId);
        return passwords
                .hash(registration.password())
                .chain(hash -> tenancy.write(
                        founding,
                        session -> tenants.create(founding, registration.slug(), registration.companyName())
                                .chain(() -> users.add(
                                        founding, registration.name(), registration.email(), Role.admin, hash))
                                .call(() -> Steps.inOrder(setups, setup -> setup.setUp(founding)))
                                .chain(user -> open(founding, user, userAgent))));
    }

    Uni<OpenSession> login(
            String email, String password, @Nullable String slug, @Nullable String userAgent, String requestId) {
        return users.authenticate(email, password, slug)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.unauthorized("E-mail or password is wrong."))
                .chain(found -> {
                    Caller caller = new Caller(found.tenantId(), found.userId(), email, java.util.Set.of(), requestId);
                    return tenancy.write(
                            caller,
                            session -> users.loggedIn(caller, found.userId())
                                    .chain(user -> open(caller, user, userAgent)));
                });
    }

    /** Renews a session. A replayed token ends it, for whoever holds the other copy. */
    Uni<OpenSession> refresh(@Nullable String token, String requestId) {
        RefreshSecret secret = RefreshSecret.parse(token == null ? "" : token).orElseThrow(SessionService::ended);
        Caller caller = Caller.system(secret.tenantId(), "session", requestId);
        return tenancy.write(caller, session -> refreshTokens
                        .findById(secret.tokenId(), LockModeType.PESSIMISTIC_WRITE)
                        .onItem()
                        .ifNull()
                        .failWith(SessionService::ended)
                        .chain(found -> sessions.findById(found.sessionId()).chain(family -> {
                            Instant now = clock.instant();
                            if (!found.matches(secret) || !family.open(now)) {
                                return nothing();
                            }
                            if (!found.use(now)) {
                                family.revoke(now);
                                return nothing();
                            }
                            family.used(now);
                            return users.get(caller, family.userId())
                                    .chain(user -> user.disabled() ? nothing() : next(caller, user, family.id(), now));
                        })))
                // Refused only after the commit: the revocation of a replay must last.
                .onItem()
                .ifNull()
                .failWith(SessionService::ended);
    }

    /** Ends the session of a token; nothing happens for one that is unknown. */
    Uni<Void> logout(@Nullable String token, String requestId) {
        return RefreshSecret.parse(token == null ? "" : token)
                .map(secret -> {
                    Caller caller = Caller.system(secret.tenantId(), "session", requestId);
                    return tenancy.write(caller, session -> refreshTokens
                            .findById(secret.tokenId())
                            .chain(found -> found == null || !found.matches(secret)
                                    ? Uni.createFrom().voidItem()
                                    : sessions.findById(found.sessionId())
                                            .invoke(family -> family.revoke(clock.instant()))
                                            .replaceWithVoid()));
                })
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<OpenSession> open(Caller caller, UserData user, @Nullable String userAgent) {
        Session opened = new Session(caller, user.id(), userAgent, clock.instant());
        return sessions.persistAndFlush(opened).chain(() -> next(caller, user, opened.id(), clock.instant()));
    }

    private Uni<OpenSession> next(Caller caller, UserData user, UUID sessionId, Instant now) {
        RefreshSecret secret = RefreshSecret.next(caller.tenantId(), Ids.next());
        return refreshTokens
                .persistAndFlush(new RefreshToken(secret, sessionId, now))
                .chain(() -> settings.current(caller))
                .map(tenant -> new OpenSession(
                        accessTokens.issue(caller.tenantId(), user.id(), user.email(), user.role(), sessionId),
                        secret.encode(),
                        user,
                        tenant));
    }

    private static Uni<OpenSession> nothing() {
        return Uni.createFrom().nullItem();
    }

    private static Problem ended() {
        return Problem.unauthorized("The session has ended; log in again.");
    }
}
