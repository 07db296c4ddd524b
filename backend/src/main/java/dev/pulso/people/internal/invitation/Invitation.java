package dev.pulso.people.internal.invitation;

import dev.pulso.edge.security.OpaqueToken;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.data.TenantRecord;
import dev.pulso.store.mail.MailState;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who has been asked to join. The link in the mail works once; sending it again makes the old ones worthless. A
 * second link may be handed over by other ways than mail; who joins by that has proved no mailbox.
 */
@Entity
@Table(name = "invitations")
class Invitation extends TenantRecord {
    private static final Duration GOOD_FOR = Duration.ofDays(7);
    private static final Duration BETWEEN_MAILS = Duration.ofMinutes(1);

    @Column(updatable = false)
    private String email;

    @Column(updatable = false)
    private @Nullable String name;

    @Column(updatable = false)
    private String role;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "secret_hash")
    private byte @Nullable [] handedOverHash;

    @Column(name = "invited_by", updatable = false)
    private @Nullable UUID invitedBy;

    @Column(name = "sent_count")
    private int sentCount;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "accepted_at")
    private @Nullable Instant acceptedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    /** For Hibernate. */
    protected Invitation() {}

    Invitation(Caller caller, String email, @Nullable String name, String role, Instant now) {
        super(caller);
        this.email = Checks.present("email", Checks.email("email", email));
        this.name = Checks.trimmed(name);
        this.role = role;
        invitedBy = caller.userId();
        tokenHash = new byte[0];
        expiresAt = now;
    }

    /** A new link for the mailbox, good for a week; any older one is worthless from now on. */
    OpaqueToken newLink(Instant now) {
        requireOpen();
        if (sentCount > 0 && now.isBefore(expiresAt.minus(GOOD_FOR).plus(BETWEEN_MAILS))) {
            throw Problem.tooMany((int) BETWEEN_MAILS.toSeconds());
        }
        OpaqueToken link = OpaqueToken.next(tenantId(), id());
        tokenHash = link.hash();
        handedOverHash = null;
        expiresAt = now.plus(GOOD_FOR);
        sentCount++;
        return link;
    }

    /**
     * A link for who invites to hand over; an older one of that kind is worthless from now on. The one in the mail stays
     * good as long as it was; an invitation that has expired is good for another week by this link alone.
     */
    OpaqueToken linkToHandOver(Instant now) {
        requireOpen();
        OpaqueToken link = OpaqueToken.next(tenantId(), id());
        if (hasExpired(now)) {
            tokenHash = new byte[0];
            expiresAt = now.plus(GOOD_FOR);
        }
        handedOverHash = link.hash();
        return link;
    }

    boolean isGood(OpaqueToken link, Instant now) {
        return isOpen() && now.isBefore(expiresAt) && (provesMailbox(link) || isHandedOver(link));
    }

    /** Whether nobody but the reader of the mailbox can hold the link. */
    boolean provesMailbox(OpaqueToken link) {
        return link.matches(tokenHash);
    }

    private boolean isHandedOver(OpaqueToken link) {
        return handedOverHash != null && link.matches(handedOverHash);
    }

    boolean hasExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    void accept(Instant now) {
        acceptedAt = now;
    }

    void revoke(Instant now) {
        requireOpen();
        revokedAt = now;
    }

    String email() {
        return email;
    }

    @Nullable
    String name() {
        return name;
    }

    String role() {
        return role;
    }

    InvitationData data(@Nullable String invitedByName, MailState mail, Instant now) {
        return new InvitationData(
                id(),
                email,
                name,
                role,
                hasExpired(now),
                invitedByName,
                sentCount,
                mail,
                expiresAt,
                createdAt(),
                updatedAt(),
                version());
    }

    Instant expiresAt() {
        return expiresAt;
    }

    private boolean isOpen() {
        return acceptedAt == null && revokedAt == null;
    }

    private void requireOpen() {
        if (acceptedAt != null) {
            throw Problem.conflict(ProblemType.INVITATION_ACCEPTED, "the invitation has been accepted");
        }
        if (revokedAt != null) {
            throw Problem.conflict(ProblemType.INVITATION_WITHDRAWN, "the invitation has been withdrawn");
        }
    }
}
