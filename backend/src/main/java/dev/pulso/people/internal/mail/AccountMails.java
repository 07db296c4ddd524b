package dev.pulso.people.internal.mail;

import dev.pulso.company.TenantData;
import dev.pulso.company.Tenants;
import dev.pulso.edge.security.OpaqueToken;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Texts;
import dev.pulso.people.internal.token.TokenPurpose;
import dev.pulso.people.internal.user.Account;
import dev.pulso.store.mail.MailMessage;
import dev.pulso.store.mail.MailState;
import dev.pulso.store.mail.Mails;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The mails about accounts, in the person's language; each joins the open transaction. */
@ApplicationScoped
public class AccountMails {
    private final Mails mails;
    private final Tenants tenants;
    private final String url;

    AccountMails(Mails mails, Tenants tenants, @ConfigProperty(name = "pulso.url") String url) {
        this.mails = mails;
        this.tenants = tenants;
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    public Uni<Void> resetPassword(Caller caller, Account account, OpaqueToken token) {
        return send(
                caller,
                account,
                "reset-password",
                token.rowId(),
                Map.of(
                        "link", link("/reset-password", token),
                        "minutes",
                                Long.toString(
                                        TokenPurpose.RESET_PASSWORD.lifetime().toMinutes())));
    }

    public Uni<Void> passwordChanged(Caller caller, Account account) {
        // One per change: the moment tells changes apart.
        UUID change = new UUID(
                account.user().id().getMostSignificantBits(),
                account.passwordChangedAt().toEpochMilli());
        return send(caller, account, "password-changed", change, Map.of("link", url + "/forgot-password"));
    }

    /** @param address the one to prove; not (yet) the account's when it is to change */
    public Uni<Void> verifyEmail(Caller caller, Account account, String address, OpaqueToken token) {
        return send(
                caller, account, address, "verify-email", token.rowId(), Map.of("link", link("/verify-email", token)));
    }

    public Uni<Void> secondFactorChanged(Caller caller, Account account, boolean on) {
        return send(
                caller,
                account,
                on ? "second-factor-on" : "second-factor-off",
                Ids.next(),
                Map.of("link", url + "/settings/security"));
    }

    /** To the old address: whoever reads it should know. */
    public Uni<Void> emailChanged(Caller caller, Account before, String email) {
        return send(caller, before, before.user().email(), "email-changed", Ids.next(), Map.of("email", email));
    }

    /** @param about tells this mail from earlier ones of the same invitation */
    public Uni<Void> invitation(
            Caller caller,
            String email,
            @Nullable String name,
            @Nullable String inviter,
            OpaqueToken link,
            String about) {
        return tenants.current(caller)
                .chain(tenant -> mails.send(
                        caller,
                        new MailMessage(
                                invitationKey(about),
                                email,
                                "invitation",
                                tenant.locale(),
                                Map.of(
                                        "name",
                                        name == null ? "" : words(name),
                                        "inviter",
                                        words(inviter == null ? tenant.name() : inviter),
                                        "company",
                                        words(tenant.name()),
                                        "link",
                                        invitationLink(link)))));
    }

    /** What has become of the mails of invitations; absent: of one that is forgotten. */
    public Uni<Map<String, MailState>> invitationStates(Caller caller, Collection<String> abouts) {
        return mails.states(
                        caller, abouts.stream().map(AccountMails::invitationKey).toList())
                .map(states -> abouts.stream()
                        .filter(about -> states.containsKey(invitationKey(about)))
                        .collect(Collectors.toMap(about -> about, about -> states.get(invitationKey(about)))));
    }

    public MailState justPutDown() {
        return mails.justPutDown();
    }

    /** Where an invitation is answered. */
    public String invitationLink(OpaqueToken link) {
        return link("/invitation", link);
    }

    private static String invitationKey(String about) {
        return "invitation:" + about;
    }

    private Uni<Void> send(Caller caller, Account account, String template, UUID about, Map<String, String> values) {
        return send(caller, account, account.user().email(), template, about, values);
    }

    private Uni<Void> send(
            Caller caller, Account account, String address, String template, UUID about, Map<String, String> values) {
        return tenants.current(caller).chain(tenant -> {
            Map<String, String> all = new HashMap<>(values);
            all.put("name", words(account.user().name()));
            all.put("company", words(tenant.name()));
            return mails.send(
                    caller, new MailMessage(template + ":" + about, address, template, language(account, tenant), all));
        });
    }

    /** What strangers call themselves stands in mails to people who never asked for one: an address in it is no link there. */
    private static String words(String name) {
        return Texts.withoutAddresses(name);
    }

    private static String language(Account account, TenantData tenant) {
        return account.locale() == null ? tenant.locale() : account.locale();
    }

    /** The token stands behind #: that part reaches no server, and so no log and no Referer. */
    private String link(String path, OpaqueToken token) {
        return url + path + "#token=" + token.encode();
    }
}
