package dev.pulso.people.internal.login;

import dev.pulso.edge.security.OpaqueToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One refresh token of a session, good for one use. */
@Entity
@Table(name = "refresh_tokens")
class RefreshToken {
    /** Two tabs that refresh at once both hold the same token; the second comes a moment later. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    @Id
    private UUID id;

    @Column(name = "tenant_id", updatable = false)
    private UUID tenantId;

    @Column(name = "session_id", updatable = false)
    private UUID sessionId;

    @Column(name = "token_hash", updatable = false)
    private byte[] tokenHash;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    /** For Hibernate. */
    protected RefreshToken() {}

    RefreshToken(OpaqueToken secret, UUID sessionId, Instant now) {
        id = secret.rowId();
        tenantId = secret.tenantId();
        this.sessionId = sessionId;
        tokenHash = secret.hash();
        createdAt = now;
    }

    UUID sessionId() {
        return sessionId;
    }

    boolean matches(OpaqueToken secret) {
        return secret.matches(tokenHash);
    }

    /** Uses the token; false when it was used before, and not just now by a twin. */
    boolean use(Instant now) {
        if (usedAt == null) {
            usedAt = now;
            return true;
        }
        return now.isBefore(usedAt.plus(GRACE));
    }
}
