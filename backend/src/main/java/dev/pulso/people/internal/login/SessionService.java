package dev.pulso.people.internal.login;

import dev.pulso.company.Tenants;
import dev.pulso.edge.limits.Guesses;
import dev.pulso.edge.limits.Strangers;
import dev.pulso.edge.security.AccessGate;
import dev.pulso.edge.security.AccessTokens;
import dev.pulso.edge.security.OpaqueToken;
import dev.pulso.edge.security.PasswordHasher;
import dev.pulso.edge.security.SecurityLog;
import dev.pulso.kernel.Email;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.people.internal.email.EmailVerification;
import dev.pulso.people.internal.registration.RegistrationService;
import dev.pulso.people.internal.secondfactor.SecondFactors;
import dev.pulso.people.internal.session.Device;
import dev.pulso.people.internal.session.Sessions;
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
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Registering, logging in, renewing and ending sessions. */
@ApplicationScoped
public class SessionService {
    private static final int CODES_PER_LOGIN = 5;

    private final Tenancy tenancy;
    private final Sessions sessions;
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
    private final Guesses guesses;
    private final Strangers strangers;
    private final SecurityLog security;

    SessionService(
            Tenancy tenancy,
            Sessions sessions,
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
            Guesses guesses,
            Strangers strangers,
            SecurityLog security) {
        this.security = security;
        this.guesses = guesses;
        this.strangers = strangers;
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

    /** Founds a tenant and opens its admin's session, all or nothing. 403 where the installation takes no new ones. */
    Uni<OpenSession> register(RegistrationService.NewTenant company, Device device, @Nullable String requestId) {
        registrations.requireOpen();
        return registrations.found(
                company,
                requestId,
                (founding, admin) -> emails.request(founding, admin.id()).chain(() -> open(founding, admin, device)));
    }

    Uni<OpenSession> login(
            String email, String password, @Nullable String slug, Device device, @Nullable String requestId) {
        PasswordHasher.Turn turn = PasswordHasher.Turn.of(strangers.hasProved(device.address()));
        return users.login(email, slug).chain(found -> {
            String account = found == null
                    ? "nobody " + Email.sought(email) + " " + slug
                    : found.tenantId() + " " + found.userId();
            return guesses.begin(account, device.address(), () -> knownFrom(found, device))
                    .onFailure()
                    .invoke(() -> security.note(
                            SecurityLog.Kind.LIMIT_MET,
                            found == null ? null : found.tenantId(),
                            found == null ? null : found.userId(),
                            "login"))
                    .chain(() -> users.authenticate(found, password, turn))
                    .chain(proved -> {
                        if (found == null || proved == null) {
                            security.note(
                                    SecurityLog.Kind.LOGIN_FAILED,
                                    found == null ? null : found.tenantId(),
                                    found == null ? null : found.userId(),
                                    null);
                            throw wrong();
                        }
                        return guesses.right(account, device.address()).replaceWith(proved);
                    })
                    .chain(proved -> {
                        if (!found.active()) {
                            throw Problem.of(ProblemType.COMPANY_CLOSED, "ask who runs this installation");
                        }
                        return admit(
                                new Caller(found.tenantId(), found.userId(), email, Set.of(), requestId),
                                found.userId(),
                                proved,
                                device);
                    });
        });
    }

    private Uni<Boolean> knownFrom(UserService.@Nullable Login login, Device device) {
        return login == null
                ? Uni.createFrom().item(false)
                : sessions.knownFrom(
                        Caller.system(login.tenantId(), "session", null), login.userId(), device.address());
    }

    /**
     * Opens a session of a user who has proved to know the password, or, where a second factor is on, asks for it: a 401
     * with an {@code mfa_token} for {@link #secondFactor}.
     *
     * @param proved the hash of that password, which may be another's by now; null where a session of the same person proves it
     */
    public Uni<OpenSession> admit(Caller caller, UUID userId, @Nullable String proved, Device device) {
        Uni<Boolean> still = proved == null
                ? Uni.createFrom().item(true)
                : Uni.createFrom().deferred(() -> users.stillHas(caller, userId, proved));
        return tenancy.write(
                        caller,
                        session -> still.invoke(known -> {
                                    if (!known) {
                                        throw wrong();
                                    }
                                })
                                .chain(() -> factors.state(caller, userId))
                                .chain(factor -> factor.on()
                                        ? users.get(caller, userId)
                                                .chain(user -> tokens.issue(
                                                        caller, userId, user.email(), TokenPurpose.SECOND_FACTOR))
                                                .map(token -> new Admission(null, token.encode()))
                                        : users.loggedIn(caller, userId)
                                                .onItem()
                                                .ifNull()
                                                .failWith(SessionService::wrong)
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
                                .chain(holder -> sessions.knownFrom(caller, holder.userId(), device.address())
                                        .chain(known ->
                                                factors.accepts(caller, holder.userId(), code, device.address(), known))
                                        .chain(right -> right
                                                ? tokens.use(caller, token, TokenPurpose.SECOND_FACTOR)
                                                        .chain(() -> users.loggedIn(caller, holder.userId()))
                                                        .chain(user ->
                                                                user == null ? nothing() : open(caller, user, device))
                                                : tokens.failed(caller, holder, CODES_PER_LOGIN)
                                                        .invoke(() -> security.note(
                                                                SecurityLog.Kind.CODE_WRONG,
                                                                caller.tenantId(),
                                                                holder.userId(),
                                                                "login"))
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

    private static Problem wrong() {
        return Problem.unauthorized("E-mail or password is wrong.");
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
                                .chain(found -> found.matches(secret)
                                        ? renew(caller, found, device)
                                        : Uni.createFrom().item(Renewal.NONE)))
                // Only after the commit: the end of a session must last.
                .map(renewal -> {
                    if (renewal.ended() != null) {
                        security.note(SecurityLog.Kind.TOKEN_REPLAYED, caller.tenantId(), renewal.ended(), null);
                        gate.changed(caller.tenantId(), renewal.ended());
                    }
                    if (renewal.opened() == null) {
                        throw ended();
                    }
                    return renewal.opened();
                });
    }

    /**
     * @param opened null when there is nothing to renew
     * @param ended whose session was ended
     */
    private record Renewal(
            @Nullable OpenSession opened, @Nullable UUID ended) {
        static final Renewal NONE = new Renewal(null, null);
    }

    private Uni<Renewal> renew(Caller caller, RefreshToken token, Device device) {
        Instant now = clock.instant();
        return refreshTokens
                .usedAround(token)
                .chain(others -> token.use(now, others.successorUsed(), others.siblingUsed())
                        ? sessions.use(caller, token.sessionId(), device)
                                .chain(userId -> userId == null ? nothing() : next(caller, userId, token))
                                .map(opened -> new Renewal(opened, null))
                        : sessions.end(caller, token.sessionId()).map(userId -> new Renewal(null, userId)));
    }

    private Uni<OpenSession> next(Caller caller, UUID userId, RefreshToken token) {
        return users.get(caller, userId)
                .chain(user -> user.disabled() ? nothing() : next(caller, user, token.sessionId(), token.id()));
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
                                                    : sessions.end(caller, found.sessionId())))
                            .onItem()
                            .ifNotNull()
                            .invoke(userId -> gate.changed(caller.tenantId(), userId))
                            .replaceWithVoid();
                })
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** A new session of a user who has proved who they are; joins the open transaction. */
    public Uni<OpenSession> open(Caller caller, UserData user, Device device) {
        return sessions.begin(caller, user.id(), device).chain(id -> next(caller, user, id, null));
    }

    private Uni<OpenSession> next(Caller caller, UserData user, UUID sessionId, @Nullable UUID parent) {
        OpaqueToken secret = OpaqueToken.next(caller.tenantId(), Ids.next());
        return refreshTokens
                .persistAndFlush(new RefreshToken(secret, sessionId, parent, clock.instant()))
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
