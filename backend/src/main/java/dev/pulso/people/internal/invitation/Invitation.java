package dev.pulso.people.internal.invitation;

import dev.pulso.edge.security.OpaqueToken;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.data.TenantRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who has been asked to join. The link in the mail works once; sending it again makes the old one worthless. */
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

    /** A new link, good for a week; any older one is worthless from now on. */
    OpaqueToken newLink(Instant now) {
        requireOpen();
        if (sentCount > 0 && now.isBefore(expiresAt.minus(GOOD_FOR).plus(BETWEEN_MAILS))) {
            throw Problem.tooMany((int) BETWEEN_MAILS.toSeconds());
        }
        OpaqueToken link = OpaqueToken.next(tenantId(), id());
        tokenHash = link.hash();
        expiresAt = now.plus(GOOD_FOR);
        sentCount++;
        return link;
    }

    boolean isGood(OpaqueToken link, Instant now) {
        return isOpen() && now.isBefore(expiresAt) && link.matches(tokenHash);
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

    InvitationData data(@Nullable String invitedByName, Instant now) {
        return new InvitationData(id(), email, name, role, hasExpired(now), invitedByName, expiresAt, createdAt());
    }

    int sentCount() {
        return sentCount;
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
