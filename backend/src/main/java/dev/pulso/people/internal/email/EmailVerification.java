package dev.pulso.people.internal.email;

import dev.pulso.edge.limits.Decision;
import dev.pulso.edge.limits.Strangers;
import dev.pulso.edge.security.AccessGate;
import dev.pulso.edge.security.OpaqueToken;
import dev.pulso.edge.security.SecurityLog;
import dev.pulso.kernel.Problem;
import dev.pulso.people.internal.mail.AccountMails;
import dev.pulso.people.internal.token.AccountTokens;
import dev.pulso.people.internal.token.TokenPurpose;
import dev.pulso.people.internal.user.Account;
import dev.pulso.people.internal.user.UserService;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Proving that an address is the user's. */
@ApplicationScoped
public class EmailVerification {
    private static final Duration BETWEEN_MAILS = Duration.ofMinutes(1);

    private final Tenancy tenancy;
    private final UserService users;
    private final AccountTokens tokens;
    private final AccountMails mails;
    private final AccessGate gate;
    private final SecurityLog security;
    private final Strangers strangers;

    EmailVerification(
            Tenancy tenancy,
            UserService users,
            AccountTokens tokens,
            AccountMails mails,
            AccessGate gate,
            SecurityLog security,
            Strangers strangers) {
        this.tenancy = tenancy;
        this.users = users;
        this.tokens = tokens;
        this.mails = mails;
        this.gate = gate;
        this.security = security;
        this.strangers = strangers;
    }

    /** Sends a link to the address the user has, unless it is verified already. */
    public Uni<Void> request(Caller caller, UUID me) {
        return tenancy.write(
                caller,
                session -> users.account(caller, me)
                        .chain(account -> account.emailVerified()
                                ? Uni.createFrom().voidItem()
                                : sendLink(caller, account, account.user().email())));
    }

    /**
     * The address that the link was sent to is the user's, and verified. The link alone is not enough: it has to be opened
     * by who is logged in, or a stranger who registered with somebody's address would get it confirmed by them.
     */
    public Uni<Account> confirm(Caller caller, UUID me, String link) {
        OpaqueToken token = AccountTokens.read(link);
        if (!token.tenantId().equals(caller.tenantId())) {
            throw AccountTokens.refused();
        }
        return tenancy.write(
                        caller,
                        session -> tokens.use(caller, token, TokenPurpose.VERIFY_EMAIL)
                                .invoke(holder -> {
                                    if (!holder.userId().equals(me)) {
                                        throw AccountTokens.refused();
                                    }
                                })
                                .chain(holder -> users.account(caller, me)
                                        .chain(before -> users.confirmEmail(caller, me, holder.email())
                                                .call(after ->
                                                        before.user().email().equals(holder.email())
                                                                ? Uni.createFrom()
                                                                        .voidItem()
                                                                : mails.emailChanged(caller, before, holder.email())
                                                                        .invoke(() -> security.note(
                                                                                SecurityLog.Kind.EMAIL_CHANGED,
                                                                                caller.tenantId(),
                                                                                me,
                                                                                null))))))
                .invoke(() -> gate.changed(caller.tenantId(), me));
    }

    /** Sends a link to an address; any older link is worthless from then on. */
    public Uni<Void> sendLink(Caller caller, Account account, String address) {
        UUID user = account.user().id();
        return tokens.issuedWithin(caller, user, TokenPurpose.VERIFY_EMAIL, BETWEEN_MAILS)
                .invoke(recently -> {
                    if (recently) {
                        throw Problem.tooMany((int) BETWEEN_MAILS.toSeconds());
                    }
                })
                .chain(() -> strangers.mail(address))
                .invoke(Decision::require)
                .chain(() -> tokens.useUp(caller, user, TokenPurpose.VERIFY_EMAIL))
                .chain(() -> tokens.issue(caller, user, address, TokenPurpose.VERIFY_EMAIL))
                .chain(token -> mails.verifyEmail(caller, account, address, token));
    }
}
