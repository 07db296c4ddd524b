package dev.pulso.people.internal.recovery;

import dev.pulso.edge.limits.Decision;
import dev.pulso.edge.limits.Strangers;
import dev.pulso.edge.limits.WaitingLine;
import dev.pulso.edge.security.AccessGate;
import dev.pulso.edge.security.OpaqueToken;
import dev.pulso.edge.security.PasswordHasher;
import dev.pulso.edge.security.PasswordRules;
import dev.pulso.edge.security.SecurityLog;
import dev.pulso.kernel.Steps;
import dev.pulso.people.internal.mail.AccountMails;
import dev.pulso.people.internal.session.Sessions;
import dev.pulso.people.internal.token.AccountTokens;
import dev.pulso.people.internal.token.TokenPurpose;
import dev.pulso.people.internal.user.UserService;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A new password for who has forgotten the old one, by a link to their mailbox. */
@ApplicationScoped
class PasswordRecovery {
    private static final Logger LOG = Logger.getLogger(PasswordRecovery.class);
    private static final Duration BETWEEN_MAILS = Duration.ofMinutes(1);
    /** Each of them has a connection while it lasts. */
    static final int AT_ONCE = 4;

    static final int WAITING = 200;
    /** That many need some milliseconds each. */
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Tenancy tenancy;
    private final UserService users;
    private final AccountTokens tokens;
    private final AccountMails mails;
    private final Sessions sessions;
    private final PasswordHasher passwords;
    private final PasswordRules rules;
    private final AccessGate gate;
    private final SecurityLog security;
    private final Strangers strangers;
    final WaitingLine line = new WaitingLine("recovery", AT_ONCE, WAITING);

    PasswordRecovery(
            Tenancy tenancy,
            UserService users,
            AccountTokens tokens,
            AccountMails mails,
            Sessions sessions,
            PasswordHasher passwords,
            PasswordRules rules,
            AccessGate gate,
            SecurityLog security,
            Strangers strangers) {
        this.tenancy = tenancy;
        this.users = users;
        this.tokens = tokens;
        this.mails = mails;
        this.sessions = sessions;
        this.passwords = passwords;
        this.rules = rules;
        this.gate = gate;
        this.security = security;
        this.strangers = strangers;
    }

    /**
     * Sends a link to every account of the e-mail (of the company with that slug only, when it is given). It is done
     * after the answer: who asks learns neither from the answer nor from its time whether the e-mail is known. What has been
     * answered is done, be it a little later; when too many wait for that, who asks is told to come again.
     *
     * @throws dev.pulso.kernel.Problem 503 when too many wait
     */
    void request(String email, @Nullable String slug, @Nullable String requestId) {
        line.put(() -> users.logins(email, slug)
                .chain(logins -> Steps.inOrder(logins, login -> sendLink(login, requestId)))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "%s a password could not be recovered", requestId))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely());
    }

    void stop(@Observes ShutdownEvent stopping) {
        line.close(STOP);
    }

    private Uni<Void> sendLink(UserService.Login login, @Nullable String requestId) {
        Caller caller = Caller.system(login.tenantId(), "password recovery", requestId);
        return tenancy.write(
                caller,
                session -> users.account(caller, login.userId())
                        .chain(account -> account.user().disabled()
                                ? Uni.createFrom().voidItem()
                                : tokens.issuedWithin(
                                                caller, login.userId(), TokenPurpose.RESET_PASSWORD, BETWEEN_MAILS)
                                        .chain(recently -> recently
                                                ? Uni.createFrom().item(false)
                                                : strangers
                                                        .mail(account.user().email())
                                                        .map(Decision::granted))
                                        .chain(wanted -> !wanted
                                                ? Uni.createFrom().voidItem()
                                                : tokens.issue(
                                                                caller,
                                                                login.userId(),
                                                                account.user().email(),
                                                                TokenPurpose.RESET_PASSWORD)
                                                        .chain(token -> mails.resetPassword(caller, account, token)))));
    }

    /** Sets the password, ends every session and tells the person. The link has proved that the mailbox is theirs. */
    Uni<Void> reset(@Nullable String link, String password, @Nullable String requestId) {
        OpaqueToken token = AccountTokens.read(link);
        Caller looking = Caller.system(token.tenantId(), "password recovery", requestId);
        // Looked at first: a hash is dear, and not for who only guesses.
        return tokens.look(looking, token, TokenPurpose.RESET_PASSWORD).chain(holder -> {
            rules.check("password", password, holder.email());
            Caller caller = new Caller(holder.tenantId(), holder.userId(), holder.email(), Set.of(), requestId);
            return passwords
                    .hash(password, PasswordHasher.Turn.LATER)
                    .chain(hash -> tenancy.write(
                            caller,
                            session -> tokens.use(caller, token, TokenPurpose.RESET_PASSWORD)
                                    .chain(() -> users.recovered(caller, holder.userId(), hash))
                                    .call(() -> tokens.useUp(caller, holder.userId(), TokenPurpose.RESET_PASSWORD))
                                    .call(() -> tokens.useUp(caller, holder.userId(), TokenPurpose.SECOND_FACTOR))
                                    .call(() -> sessions.revokeAll(caller, holder.userId(), null))
                                    .chain(() -> users.account(caller, holder.userId()))
                                    .chain(account -> mails.passwordChanged(caller, account))))
                    .invoke(() -> {
                        security.note(SecurityLog.Kind.PASSWORD_RESET, caller.tenantId(), holder.userId(), null);
                        gate.changed(caller.tenantId(), holder.userId());
                    });
        });
    }
}
