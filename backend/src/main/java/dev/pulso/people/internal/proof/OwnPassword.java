package dev.pulso.people.internal.proof;

import dev.pulso.edge.limits.Decision;
import dev.pulso.edge.limits.Rate;
import dev.pulso.edge.limits.RateLimiter;
import dev.pulso.edge.security.AccessGate;
import dev.pulso.edge.security.PasswordHasher;
import dev.pulso.edge.security.SecurityLog;
import dev.pulso.kernel.Problem;
import dev.pulso.people.internal.session.Sessions;
import dev.pulso.people.internal.user.UserService;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The password asked for once more inside a session, before what only its owner may do. A borrowed session is no place to guess
 * it: after some wrong ones the session ends.
 */
@ApplicationScoped
public class OwnPassword {
    private final UserService users;
    private final PasswordHasher passwords;
    private final Sessions sessions;
    private final Tenancy tenancy;
    private final AccessGate gate;
    private final RateLimiter limiter;
    private final SecurityLog security;
    private final Rate wrongOnes;

    OwnPassword(
            UserService users,
            PasswordHasher passwords,
            Sessions sessions,
            Tenancy tenancy,
            AccessGate gate,
            RateLimiter limiter,
            SecurityLog security,
            @ConfigProperty(name = "pulso.limits.login") long wrongOnes) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tenancy = tenancy;
        this.gate = gate;
        this.limiter = limiter;
        this.security = security;
        this.wrongOnes = new Rate("own-password", wrongOnes, Duration.ofSeconds(30 * wrongOnes));
    }

    /**
     * Ends in a 400 in {@code field} when it is not the user's password.
     *
     * @param session the one that asks, which ends after too many wrong ones
     */
    public Uni<Void> require(Caller caller, UUID user, @Nullable UUID session, String field, String password) {
        String who = caller.tenantId() + " " + user;
        return limiter.take(wrongOnes, who)
                .chain(decision -> decision.granted()
                        ? compare(caller, user, field, password)
                        : end(caller, user, session, decision))
                .chain(() -> limiter.forget(wrongOnes, who));
    }

    private Uni<Void> compare(Caller caller, UUID user, String field, String password) {
        return users.proven(caller, user)
                .chain(account -> passwords.matches(password, account.passwordHash(), PasswordHasher.Turn.FIRST))
                .invoke(matches -> {
                    if (!matches) {
                        security.note(SecurityLog.Kind.PASSWORD_WRONG, caller.tenantId(), user, null);
                        throw wrong(field);
                    }
                })
                .replaceWithVoid();
    }

    public static Problem wrong(String field) {
        return Problem.invalid(field, "is not your password", "wrong_password");
    }

    private Uni<Void> end(Caller caller, UUID user, @Nullable UUID session, Decision decision) {
        Uni<?> ended = session == null
                ? Uni.createFrom().voidItem()
                : tenancy.write(caller, open -> sessions.end(caller, session))
                        .invoke(() -> gate.changed(caller.tenantId(), user));
        security.note(SecurityLog.Kind.LIMIT_MET, caller.tenantId(), user, "own password");
        return ended.chain(() -> {
            if (session == null) {
                decision.require();
            }
            throw Problem.unauthorized("Too many wrong passwords: the session has ended; log in again.");
        });
    }
}
