package dev.pulso.people.internal.session;

import dev.pulso.kernel.Ids;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A login on one device: a family of refresh tokens. Written as a whole once, when it is opened; from then on {@link Sessions}
 * changes it by statements that name what must still hold, so that one that has ended never comes alive again.
 */
@Entity
@Immutable
@Table(name = "sessions")
public class Session {
    @Id
    private UUID id;

    @Column(name = "tenant_id", updatable = false)
    private UUID tenantId;

    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @SuppressWarnings("UnusedVariable")
    @Column(name = "user_agent")
    private @Nullable String userAgent;

    /** Written for the person's list of sessions, which is read without the entity. */
    @SuppressWarnings("UnusedVariable")
    private @Nullable String address;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @SuppressWarnings("UnusedVariable")
    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @SuppressWarnings("UnusedVariable")
    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For Hibernate. */
    protected Session() {}

    Session(Caller caller, UUID userId, Device device, Instant now, Instant expiresAt) {
        id = Ids.next();
        tenantId = caller.tenantId();
        this.userId = userId;
        userAgent = device.userAgent();
        address = device.address();
        createdAt = now;
        lastUsedAt = now;
        this.expiresAt = expiresAt;
    }

    public UUID id() {
        return id;
    }
}
