package dev.pulso.people.internal.session;

import dev.pulso.kernel.Ids;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A login on one device: a family of refresh tokens. */
@Entity
@Table(name = "sessions")
public class Session {
    private static final Duration LIFETIME = Duration.ofDays(30);

    @Id
    private UUID id;

    @Column(name = "tenant_id", updatable = false)
    private UUID tenantId;

    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @Column(name = "user_agent")
    private @Nullable String userAgent;

    /** Written for the person's list of sessions, which is read without the entity. */
    @SuppressWarnings("UnusedVariable")
    private @Nullable String address;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    /** For Hibernate. */
    protected Session() {}

    public Session(Caller caller, UUID userId, Device device, Instant now) {
        id = Ids.next();
        tenantId = caller.tenantId();
        this.userId = userId;
        userAgent = device.userAgent();
        address = device.address();
        createdAt = now;
        lastUsedAt = now;
        expiresAt = now.plus(LIFETIME);
    }

    public UUID id() {
        return id;
    }

    public UUID userId() {
        return userId;
    }

    public boolean open(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    public void used(Device device, Instant now) {
        userAgent = device.userAgent();
        address = device.address();
        lastUsedAt = now;
        expiresAt = now.plus(LIFETIME);
    }

    public void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }
}
