package dev.pulso.people.internal.login;

import dev.pulso.edge.security.OpaqueToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * One refresh token of a session, good for one use. The answer with its successor may be lost on the way, as in a lift: until a
 * successor has been used it is taken once more for a minute.
 */
@Entity
@DynamicUpdate
@Table(name = "refresh_tokens")
class RefreshToken {
    /** Two tabs that refresh at once both hold the same token; the second comes a moment later. */
    private static final Duration TWIN = Duration.ofSeconds(5);

    private static final Duration LOST_ANSWER = Duration.ofSeconds(60);

    @Id
    private UUID id;

    @Column(name = "tenant_id", updatable = false)
    private UUID tenantId;

    @Column(name = "session_id", updatable = false)
    private UUID sessionId;

    /** The token it was given for; null for the first of a session. */
    @Column(name = "parent_id", updatable = false)
    private @Nullable UUID parentId;

    @Column(name = "token_hash", updatable = false)
    private byte[] tokenHash;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    /** For Hibernate. */
    protected RefreshToken() {}

    RefreshToken(OpaqueToken secret, UUID sessionId, @Nullable UUID parentId, Instant now) {
        id = secret.rowId();
        tenantId = secret.tenantId();
        this.sessionId = sessionId;
        this.parentId = parentId;
        tokenHash = secret.hash();
        createdAt = now;
    }

    UUID sessionId() {
        return sessionId;
    }

    boolean matches(OpaqueToken secret) {
        return secret.matches(tokenHash);
    }

    UUID id() {
        return id;
    }

    @Nullable
    Instant usedAt() {
        return usedAt;
    }

    @Nullable
    UUID parentId() {
        return parentId;
    }

    /**
     * Uses the token; false when somebody else holds a copy of it.
     *
     * @param successorUsed whether a token that was given for this one has been used: its answer was not lost
     * @param siblingUsed when another token that was given for the same one as this was used first; null when none was
     */
    boolean use(Instant now, boolean successorUsed, @Nullable Instant siblingUsed) {
        if (usedAt == null) {
            if (siblingUsed != null && !now.isBefore(siblingUsed.plus(TWIN))) {
                return false;
            }
            usedAt = now;
            return true;
        }
        return now.isBefore(usedAt.plus(TWIN)) || (!successorUsed && now.isBefore(usedAt.plus(LOST_ANSWER)));
    }
}
