package dev.pulso.people.internal.token;

import dev.pulso.edge.security.OpaqueToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** What a link in a mail, or the first half of a login, is worth: one use by one user, for a while. */
@Entity
@DynamicUpdate
@Table(name = "account_tokens")
class AccountToken {
    @Id
    private UUID id;

    @Column(name = "tenant_id", updatable = false)
    private UUID tenantId;

    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @Column(updatable = false)
    private String purpose;

    @Column(name = "token_hash", updatable = false)
    private byte[] tokenHash;

    @Column(updatable = false)
    private String email;

    private int failures;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    /** For Hibernate. */
    protected AccountToken() {}

    AccountToken(OpaqueToken token, UUID userId, String email, TokenPurpose purpose, Instant now) {
        id = token.rowId();
        tenantId = token.tenantId();
        this.userId = userId;
        this.email = email;
        this.purpose = purpose.column();
        tokenHash = token.hash();
        createdAt = now;
        expiresAt = now.plus(purpose.lifetime());
    }

    /** Whether this is the token's row, for this purpose, and not yet used up. */
    boolean isGood(OpaqueToken token, TokenPurpose purpose, Instant now) {
        return token.matches(tokenHash)
                && this.purpose.equals(purpose.column())
                && usedAt == null
                && now.isBefore(expiresAt);
    }

    void use(Instant now) {
        usedAt = now;
    }

    /** A wrong code with a right token; after {@code allowed} of them the token is used up. */
    void failed(int allowed, Instant now) {
        failures++;
        if (failures >= allowed) {
            usedAt = now;
        }
    }

    Holder holder() {
        return new Holder(id, tenantId, userId, email);
    }
}
