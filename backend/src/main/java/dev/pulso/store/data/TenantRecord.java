package dev.pulso.store.data;

import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Ids;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * A row that people edit: who it belongs to, when it changed, and the version an edit was based on. The primary key in
 * the database is (tenant_id, id); ids are unique anyway, and row-level security adds the tenant to every statement.
 */
@MappedSuperclass
public abstract class TenantRecord {
    @Id
    private UUID id;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private int version;

    /** For Hibernate. */
    protected TenantRecord() {}

    /** Its instants come when it is kept. */
    @SuppressWarnings("NullAway.Init")
    protected TenantRecord(Caller caller) {
        this.id = Ids.next();
        this.tenantId = caller.tenantId();
    }

    /** What is new has changed when it was made: to the microsecond, so that the two can be told apart later. */
    @PrePersist
    void made() {
        createdAt = Stamps.now(tenantId);
        updatedAt = createdAt;
    }

    @PreUpdate
    void changed() {
        updatedAt = Stamps.now(tenantId);
    }

    public UUID id() {
        return id;
    }

    public UUID tenantId() {
        return tenantId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public int version() {
        return version;
    }

    /** Refuses a change that was based on another version: 412. */
    public void requireVersion(ExpectedVersion expected) {
        expected.check(version);
    }
}
