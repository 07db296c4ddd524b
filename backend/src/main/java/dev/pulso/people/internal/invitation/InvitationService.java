package dev.pulso.people.internal.invitation;

import dev.pulso.access.GrantableRoles;
import dev.pulso.company.TenantData;
import dev.pulso.company.Tenants;
import dev.pulso.edge.limits.Decision;
import dev.pulso.edge.limits.Strangers;
import dev.pulso.edge.security.OpaqueToken;
import dev.pulso.edge.security.PasswordHasher;
import dev.pulso.edge.security.PasswordRules;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.people.internal.login.OpenSession;
import dev.pulso.people.internal.login.SessionService;
import dev.pulso.people.internal.mail.AccountMails;
import dev.pulso.people.internal.session.Device;
import dev.pulso.people.internal.user.UserData;
import dev.pulso.people.internal.user.UserService;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.mail.MailState;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asking people to join, and their answers. */
@ApplicationScoped
class InvitationService {
    private final Tenancy tenancy;
    private final InvitationRepository invitations;
    private final InvitationQueries queries;
    private final UserService users;
    private final GrantableRoles roles;
    private final Tenants tenants;
    private final SessionService sessions;
    private final AccountMails mails;
    private final PasswordHasher passwords;
    private final PasswordRules rules;
    private final Clock clock;
    private final Strangers strangers;

    InvitationService(
            Tenancy tenancy,
            InvitationRepository invitations,
            InvitationQueries queries,
            UserService users,
            GrantableRoles roles,
            Tenants tenants,
            SessionService sessions,
            AccountMails mails,
            PasswordHasher passwords,
            PasswordRules rules,
            Clock clock,
            Strangers strangers) {
        this.tenancy = tenancy;
        this.invitations = invitations;
        this.queries = queries;
        this.users = users;
        this.roles = roles;
        this.tenants = tenants;
        this.sessions = sessions;
        this.mails = mails;
        this.passwords = passwords;
        this.rules = rules;
        this.clock = clock;
        this.strangers = strangers;
    }

    Uni<Page<InvitationData>> open(Caller caller, PageRequest page) {
        return queries.open(caller, page)
                .chain(found -> mails.invitationStates(
                                caller,
                                found.data().stream()
                                        .map(InvitationData::mailAbout)
                                        .toList())
                        .map(states -> found.map(invitation ->
                                invitation.with(states.getOrDefault(invitation.mailAbout(), invitation.mail())))));
    }

    /** Invites a person. One who is a user already, or has an open invitation that is still good, is a 409. */
    Uni<InvitationData> invite(Caller caller, String email, @Nullable String name, String role) {
        caller.requireReachingAll();
        Instant now = clock.instant();
        return tenancy.write(caller, session -> {
            Invitation invitation = new Invitation(caller, email, name, role, now);
            return roles.requireGrantable(caller, "role", role)
                    .chain(() -> users.requireNew(caller, invitation.email()))
                    .chain(() -> makeRoom(invitation.email(), now))
                    .chain(() -> invitations.persist(invitation))
                    .chain(() -> send(caller, invitation, now));
        });
    }

    Uni<InvitationData> resend(Caller caller, UUID id, ExpectedVersion expected) {
        return tenancy.write(
                caller,
                session -> mine(caller, id, expected).chain(invitation -> send(caller, invitation, clock.instant())));
    }

    /** A link to hand over by other ways than mail. */
    record Link(String url, Instant expiresAt) {}

    Uni<Link> linkToHandOver(Caller caller, UUID id, ExpectedVersion expected) {
        return tenancy.write(
                caller,
                session -> mine(caller, id, expected).chain(invitation -> {
                    OpaqueToken link = invitation.linkToHandOver(clock.instant());
                    return session.flush()
                            .replaceWith(() -> new Link(mails.invitationLink(link), invitation.expiresAt()));
                }));
    }

    Uni<Void> revoke(Caller caller, UUID id, ExpectedVersion expected) {
        return tenancy.write(
                caller,
                session -> mine(caller, id, expected)
                        .call(invitation -> {
                            invitation.revoke(clock.instant());
                            return session.flush();
                        })
                        .replaceWithVoid());
    }

    /** What a link stands for, to who holds it. */
    record View(TenantData company, String email, @Nullable String name, boolean hasAccount) {}

    Uni<View> look(@Nullable String link, @Nullable String requestId) {
        OpaqueToken token = read(link);
        Caller caller = Caller.system(token.tenantId(), "invitation", requestId);
        return tenancy.read(
                        caller,
                        session -> good(token, LockModeType.NONE)
                                .chain(invitation -> tenants.current(caller)
                                        .map(company ->
                                                new View(company, invitation.email(), invitation.name(), false))))
                // Other companies are asked about outside of this one's transaction.
                .chain(view -> users.logins(view.email(), null)
                        .map(logins -> new View(view.company(), view.email(), view.name(), !logins.isEmpty())));
    }

    /** Joins with a name and a password; opens a session. */
    Uni<OpenSession> accept(
            @Nullable String link, String name, String password, Device device, @Nullable String requestId) {
        OpaqueToken token = read(link);
        Caller looking = Caller.system(token.tenantId(), "invitation", requestId);
        // Looked at first: a hash is dear, and not for who only guesses.
        return tenancy.read(looking, session -> good(token, LockModeType.NONE).map(Invitation::email))
                .chain(email -> {
                    rules.check("password", password, email);
                    return passwords
                            .hash(password, PasswordHasher.Turn.LATER)
                            .chain(hash -> join(token, name, hash, false, device, requestId));
                });
    }

    /** Joins with the name and password that the person has in another company. */
    Uni<OpenSession> join(Caller caller, @Nullable String link, Device device) {
        OpaqueToken token = read(link);
        Caller looking = Caller.system(token.tenantId(), "invitation", caller.requestId());
        UUID me = caller.userId();
        if (me == null) {
            throw Problem.notFound();
        }
        return tenancy.read(looking, session -> good(token, LockModeType.NONE).map(Invitation::email))
                .chain(email -> users.proven(caller, me).chain(proven -> {
                    if (!proven.user().email().equals(email)) {
                        throw Problem.conflict(ProblemType.OTHER_EMAIL, "the invitation is for another e-mail");
                    }
                    if (!proven.byItsOwner()) {
                        throw Problem.conflict(
                                ProblemType.ACCOUNT_UNPROVEN,
                                "this account's e-mail is not verified, or somebody else chose its password");
                    }
                    return join(token, proven.user().name(), proven.passwordHash(), true, device, caller.requestId());
                }));
    }

    /** @param proven whether the mailbox has been proved already, whatever the link proves */
    private Uni<OpenSession> join(
            OpaqueToken token,
            String name,
            String passwordHash,
            boolean proven,
            Device device,
            @Nullable String requestId) {
        Caller joining = Caller.system(token.tenantId(), "invitation", requestId);
        return tenancy.write(
                joining,
                session -> good(token, LockModeType.PESSIMISTIC_WRITE).chain(invitation -> {
                    invitation.accept(clock.instant());
                    // Who invites has seen a link that was handed over, and could have joined by it in the other's
                    // name.
                    return (proven || invitation.provesMailbox(token)
                                    ? users.join(joining, name, invitation.email(), invitation.role(), passwordHash)
                                    : users.add(joining, name, invitation.email(), invitation.role(), passwordHash))
                            .chain(user -> opened(joining, user, device));
                }));
    }

    private Uni<OpenSession> opened(Caller joining, UserData user, Device device) {
        return users.loggedIn(joining, user.id()).chain(loggedIn -> sessions.open(joining, loggedIn, device));
    }

    /** An open invitation to the address that has expired makes room for a new one; a good one does not. */
    private Uni<Void> makeRoom(String email, Instant now) {
        return invitations
                .find("email = ?1 and acceptedAt is null and revokedAt is null", email)
                .firstResult()
                .invoke(before -> {
                    if (before != null && !before.hasExpired(now)) {
                        throw Problem.conflict(
                                        ProblemType.INVITED_ALREADY, "this person has been invited already", "email")
                                .with(Problem.EXISTING, before.id().toString());
                    }
                    if (before != null) {
                        before.revoke(now);
                    }
                })
                .chain(() -> invitations.flush());
    }

    private Uni<InvitationData> send(Caller caller, Invitation invitation, Instant now) {
        OpaqueToken link = invitation.newLink(now);
        return strangers
                .mail(invitation.email())
                .invoke(Decision::require)
                .chain(() -> invitations.flush())
                .chain(() -> nameOf(caller))
                .call(inviter -> mails.invitation(
                        caller,
                        invitation.email(),
                        invitation.name(),
                        inviter,
                        link,
                        invitation.data(inviter, MailState.WAITING, now).mailAbout()))
                .map(inviter -> invitation.data(inviter, mails.justPutDown(), now));
    }

    private Uni<@Nullable String> nameOf(Caller caller) {
        UUID userId = caller.userId();
        return userId == null
                ? Uni.createFrom().nullItem()
                : users.get(caller, userId).map(UserData::name);
    }

    /** An invitation that the caller could have sent: withdrawing one, and sending it again, is a part of giving its role. */
    private Uni<Invitation> mine(Caller caller, UUID id, ExpectedVersion expected) {
        caller.requireReachingAll();
        return load(id).invoke(invitation -> invitation.requireVersion(expected))
                .call(invitation -> roles.requireGrantable(caller, "role", invitation.role()));
    }

    private Uni<Invitation> load(UUID id) {
        return invitations.findById(id).onItem().ifNull().failWith(Problem::notFound);
    }

    private Uni<Invitation> good(OpaqueToken token, LockModeType lock) {
        return invitations.findById(token.rowId(), lock).map(found -> {
            if (found == null || !found.isGood(token, clock.instant())) {
                throw dead();
            }
            return found;
        });
    }

    private static OpaqueToken read(@Nullable String link) {
        return OpaqueToken.parse(link == null ? "" : link).orElseThrow(InvitationService::dead);
    }

    private static Problem dead() {
        return Problem.invalid("token", "the link has been used, withdrawn or has expired", "link_expired");
    }
}
