package dev.pulso.people.internal.login;

import dev.pulso.company.Tenants;
import dev.pulso.edge.limits.Decision;
import dev.pulso.edge.limits.Rate;
import dev.pulso.edge.limits.RateLimiter;
import dev.pulso.edge.security.AccessGate;
import dev.pulso.edge.security.AccessTokens;
import dev.pulso.edge.security.OpaqueToken;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.people.internal.email.EmailVerification;
import dev.pulso.people.internal.registration.RegistrationService;
import dev.pulso.people.internal.secondfactor.SecondFactors;
import dev.pulso.people.internal.session.Device;
import dev.pulso.people.internal.session.Session;
import dev.pulso.people.internal.session.SessionRepository;
import dev.pulso.people.internal.token.AccountTokens;
import dev.pulso.people.internal.token.TokenPurpose;
import dev.pulso.people.internal.user.UserData;
import dev.pulso.people.internal.user.UserService;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Registering, logging in, renewing and ending sessions. */
@ApplicationScoped
public class SessionService {
    private static final int CODES_PER_LOGIN = 5;

    private final Tenancy tenancy;
    private final SessionRepository sessions;
    private final RefreshTokenRepository refreshTokens;
    private final RegistrationService registrations;
    private final UserService users;
    private final Tenants tenants;
    private final EmailVerification emails;
    private final SecondFactors factors;
    private final AccountTokens tokens;
    private final AccessTokens accessTokens;
    private final AccessGate gate;
    private final Clock clock;
    private final RateLimiter limiter;
    private final Rate logins;

    SessionService(
            Tenancy tenancy,
            SessionRepository sessions,
            RefreshTokenRepository refreshTokens,
            RegistrationService registrations,
            UserService users,
            Tenants tenants,
            EmailVerification emails,
            SecondFactors factors,
            AccountTokens tokens,
            AccessTokens accessTokens,
            AccessGate gate,
            Clock clock,
            RateLimiter limiter,
            @ConfigProperty(name = "pulso.limits.login") long attempts) {
        this.limiter = limiter;
        this.logins = new Rate("login", attempts, Duration.ofSeconds(30 * attempts));
        this.tenancy = tenancy;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.registrations = registrations;
        this.users = users;
        this.tenants = tenants;
        this.emails = emails;
        this.factors = factors;
        this.tokens = tokens;
        this.accessTokens = accessTokens;
        this.gate = gate;
        this.clock = clock;
    }

    /** Founds a tenant and opens its admin's session, all or nothing. */
    Uni<OpenSession> register(RegistrationService.NewTenant company, Device device, @Nullable String requestId) {
        return registrations.found(
                company,
                requestId,
                (founding, admin) -> emails.request(founding, admin.id()).chain(() -> open(founding, admin, device)));
    }

    Uni<OpenSession> login(
            String email, String password, @Nullable String slug, Device device, @Nullable String requestId) {
        // By account and address: nobody locks another person out, and knowing addresses tells nothing about accounts.
        String who = email.strip().toLowerCase(Locale.ROOT) + " " + device.address();
        return limiter.take(logins, who)
                .invoke(Decision::require)
                .chain(() -> users.authenticate(email, password, slug))
                .call(found -> found == null ? Uni.createFrom().voidItem() : limiter.forget(logins, who))
                .onItem()
                .ifNull()
                .failWith(() -> Problem.unauthorized("E-mail or password is wrong."))
                .invoke(found -> {
                    if (!found.active()) {
                        throw Problem.of(ProblemType.COMPANY_CLOSED, "ask who runs this installation");
                    }
                })
                .chain(found -> admit(
                        new Caller(found.tenantId(), found.userId(), email, Set.of(), requestId),
                        found.userId(),
                        device));
    }

    /**
     * Opens a session of a user who has proved to know the password, or, where a second factor is on, asks for it: a 401
     * with an {@code mfa_token} for {@link #secondFactor}.
     */
    public Uni<OpenSession> admit(Caller caller, UUID userId, Device device) {
        return tenancy.write(
                        caller,
                        session -> factors.state(caller, userId)
                                .chain(factor -> factor.on()
                                        ? users.get(caller, userId)
                                                .chain(user -> tokens.issue(
                                                        caller, userId, user.email(), TokenPurpose.SECOND_FACTOR))
                                                .map(token -> new Admission(null, token.encode()))
                                        : users.loggedIn(caller, userId)
                                                .chain(user -> open(caller, user, device))
                                                .map(opened -> new Admission(opened, null))))
                // Refused only after the commit: the token must last.
                .map(SessionService::admitted);
    }

    /** The second half of a login. After five wrong codes the first half has to be repeated as well. */
    Uni<OpenSession> secondFactor(@Nullable String link, String code, Device device, @Nullable String requestId) {
        OpaqueToken token =
                OpaqueToken.parse(link == null ? "" : link).orElseThrow(SessionService::secondFactorExpired);
        Caller caller = Caller.system(token.tenantId(), "session", requestId);
        return tenancy.write(
                        caller,
                        session -> tokens.lock(caller, token, TokenPurpose.SECOND_FACTOR)
                                .onItem()
                                .ifNull()
                                .failWith(SessionService::secondFactorExpired)
                                .chain(holder -> factors.accepts(caller, holder.userId(), code)
                                        .chain(right -> right
                                                ? tokens.use(caller, token, TokenPurpose.SECOND_FACTOR)
                                                        .chain(() -> users.get(caller, holder.userId()))
                                                        .chain(user -> user.disabled()
                                                                ? nothing()
                                                                : users.loggedIn(caller, user.id())
                                                                        .chain(in -> open(caller, in, device)))
                                                : tokens.failed(caller, holder, CODES_PER_LOGIN)
                                                        .chain(SessionService::nothing))))
                // Refused only after the commit: wrong codes are counted.
                .onItem()
                .ifNull()
                .failWith(() -> Problem.invalid(
                        "code", "is not the code that the app shows now, or was used before", "wrong_code"));
    }

    private record Admission(
            @Nullable OpenSession opened, @Nullable String mfaToken) {}

    private static OpenSession admitted(Admission admission) {
        if (admission.opened() != null) {
            return admission.opened();
        }
        throw Problem.of(ProblemType.SECOND_FACTOR_REQUIRED, "send the code with the mfa_token")
                .with("mfa_token", String.valueOf(admission.mfaToken()));
    }

    private static Problem secondFactorExpired() {
        return Problem.unauthorized("The login took too long or too many codes; begin again.");
    }

    /** Renews a session. A replayed token ends it, for whoever holds the other copy. */
    Uni<OpenSession> refresh(@Nullable String token, Device device, @Nullable String requestId) {
        OpaqueToken secret = OpaqueToken.parse(token == null ? "" : token).orElseThrow(SessionService::ended);
        Caller caller = Caller.system(secret.tenantId(), "session", requestId);
        return tenancy.write(
                        caller,
                        session -> refreshTokens
                                .findById(secret.rowId(), LockModeType.PESSIMISTIC_WRITE)
                                .onItem()
                                .ifNull()
                                .failWith(SessionService::ended)
                                .chain(found -> sessions.findById(found.sessionId())
                                        .chain(family -> {
                                            Instant now = clock.instant();
                                            if (!found.matches(secret) || !family.open(now)) {
                                                return nothing();
                                            }
                                            if (!found.use(now)) {
                                                family.revoke(now);
                                                return nothing();
                                            }
                                            family.used(device, now);
                                            return users.get(caller, family.userId())
                                                    .chain(user -> user.disabled()
                                                            ? nothing()
                                                            : next(caller, user, family.id(), now));
                                        })))
                // Refused only after the commit: the revocation of a replay must last.
                .onItem()
                .ifNull()
                .failWith(SessionService::ended);
    }

    /** Ends the session of a token; nothing happens for one that is unknown. */
    Uni<Void> logout(@Nullable String token, @Nullable String requestId) {
        return OpaqueToken.parse(token == null ? "" : token)
                .map(secret -> {
                    Caller caller = Caller.system(secret.tenantId(), "session", requestId);
                    return tenancy.write(
                                    caller,
                                    session -> refreshTokens
                                            .findById(secret.rowId())
                                            .chain(found -> found == null || !found.matches(secret)
                                                    ? Uni.createFrom().<UUID>nullItem()
                                                    : sessions.findById(found.sessionId())
                                                            .invoke(family -> family.revoke(clock.instant()))
                                                            .map(Session::userId)))
                            .onItem()
                            .ifNotNull()
                            .invoke(userId -> gate.changed(caller.tenantId(), userId))
                            .replaceWithVoid();
                })
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** A new session of a user who has proved who they are; joins the open transaction. */
    public Uni<OpenSession> open(Caller caller, UserData user, Device device) {
        Session opened = new Session(caller, user.id(), device, clock.instant());
        return sessions.persistAndFlush(opened).chain(() -> next(caller, user, opened.id(), clock.instant()));
    }

    private Uni<OpenSession> next(Caller caller, UserData user, UUID sessionId, Instant now) {
        OpaqueToken secret = OpaqueToken.next(caller.tenantId(), Ids.next());
        return refreshTokens
                .persistAndFlush(new RefreshToken(secret, sessionId, now))
                .chain(() -> tenants.current(caller))
                .map(tenant -> new OpenSession(
                        accessTokens.issue(user.id(), caller.tenantId(), sessionId), secret.encode(), user, tenant));
    }

    private static Uni<OpenSession> nothing() {
        return Uni.createFrom().nullItem();
    }

    private static Problem ended() {
        return Problem.unauthorized("The session has ended; log in again.");
    }
}
