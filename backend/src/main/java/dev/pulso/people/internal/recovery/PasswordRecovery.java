package dev.pulso.people.internal.recovery;

import dev.pulso.edge.limits.Decision;
import dev.pulso.edge.limits.Strangers;
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
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A new password for who has forgotten the old one, by a link to their mailbox. */
@ApplicationScoped
class PasswordRecovery {
    private static final Duration BETWEEN_MAILS = Duration.ofMinutes(1);

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
    private final Clock clock;

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
            Strangers strangers,
            Clock clock) {
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
        this.clock = clock;
    }

    /** Sends a link to every account of the e-mail that was not sent one since it was asked for. */
    Uni<Void> sendLinks(RecoveryRequests.Asked asked) {
        return users.logins(asked.email(), asked.tenant())
                .chain(logins -> Steps.inOrder(logins, login -> sendLink(login, asked)));
    }

    private Uni<Void> sendLink(UserService.Login login, RecoveryRequests.Asked asked) {
        Caller caller = Caller.system(login.tenantId(), "password recovery", asked.requestId());
        Instant lately = clock.instant().minus(BETWEEN_MAILS);
        Instant since = asked.at().isBefore(lately) ? asked.at() : lately;
        return tenancy.write(
                caller,
                session -> users.account(caller, login.userId())
                        .chain(account -> account.user().disabled()
                                ? Uni.createFrom().voidItem()
                                : tokens.issuedSince(caller, login.userId(), TokenPurpose.RESET_PASSWORD, since)
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
