package dev.pulso.people.internal.profile;

import dev.pulso.edge.security.AccessGate;
import dev.pulso.edge.security.PasswordHasher;
import dev.pulso.edge.security.PasswordRules;
import dev.pulso.edge.security.SecurityLog;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.people.internal.email.EmailVerification;
import dev.pulso.people.internal.mail.AccountMails;
import dev.pulso.people.internal.proof.OwnPassword;
import dev.pulso.people.internal.session.Sessions;
import dev.pulso.people.internal.token.AccountTokens;
import dev.pulso.people.internal.token.TokenPurpose;
import dev.pulso.people.internal.user.Account;
import dev.pulso.people.internal.user.ProfileChanges;
import dev.pulso.people.internal.user.UserService;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people change about themselves. */
@ApplicationScoped
class ProfileService {
    private final Tenancy tenancy;
    private final UserService users;
    private final AccountTokens tokens;
    private final AccountMails mails;
    private final EmailVerification emails;
    private final Sessions sessions;
    private final PasswordHasher passwords;
    private final PasswordRules rules;
    private final OwnPassword proof;
    private final SecurityLog security;
    private final AccessGate gate;

    ProfileService(
            Tenancy tenancy,
            UserService users,
            AccountTokens tokens,
            AccountMails mails,
            EmailVerification emails,
            Sessions sessions,
            PasswordHasher passwords,
            PasswordRules rules,
            OwnPassword proof,
            SecurityLog security,
            AccessGate gate) {
        this.proof = proof;
        this.security = security;
        this.tenancy = tenancy;
        this.users = users;
        this.tokens = tokens;
        this.mails = mails;
        this.emails = emails;
        this.sessions = sessions;
        this.passwords = passwords;
        this.rules = rules;
        this.gate = gate;
    }

    Uni<Account> get(Caller caller, UUID me) {
        return users.account(caller, me);
    }

    Uni<Account> edit(Caller caller, UUID me, ExpectedVersion expected, ProfileChanges changes) {
        return users.edit(caller, me, expected, changes);
    }

    /** Changes the password of who knows the old one; every other session ends. */
    Uni<Void> changePassword(Caller caller, UUID me, @Nullable UUID session, String current, String password) {
        return users.proven(caller, me).chain(before -> {
            rules.check("new_password", password, before.user().email());
            return proof.require(caller, me, session, "current_password", current)
                    .chain(() -> passwords.hash(password, PasswordHasher.Turn.FIRST))
                    .chain(hash -> tenancy.write(
                            caller,
                            open -> users.changePassword(caller, me, before.passwordHash(), hash)
                                    .onItem()
                                    .ifNull()
                                    .failWith(() -> OwnPassword.wrong("current_password"))
                                    .call(() -> tokens.useUp(caller, me, TokenPurpose.RESET_PASSWORD))
                                    .call(() -> tokens.useUp(caller, me, TokenPurpose.SECOND_FACTOR))
                                    .call(() -> sessions.revokeAll(caller, me, session))
                                    .chain(account -> mails.passwordChanged(caller, account))))
                    .invoke(() -> {
                        security.note(SecurityLog.Kind.PASSWORD_CHANGED, caller.tenantId(), me, null);
                        gate.changed(caller.tenantId(), me);
                    });
        });
    }

    /** Sends a link to another address, which becomes the user's when it is confirmed. */
    Uni<Void> changeEmail(Caller caller, UUID me, @Nullable UUID session, String email, String password) {
        String wanted = Checks.present("email", Checks.email("email", email));
        return proof.require(caller, me, session, "password", password)
                .chain(() -> tenancy.write(
                        caller,
                        open -> users.requireNew(caller, wanted)
                                .chain(() -> users.account(caller, me))
                                .chain(account -> emails.sendLink(caller, account, wanted))));
    }
}
