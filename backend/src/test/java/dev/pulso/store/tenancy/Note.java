package dev.pulso.store.tenancy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An entity of the tests only. */
@Entity
@Table(name = "probe_notes")
class Note {
    @Id
    UUID id;

    @jakarta.persistence.Column(name = "tenant_id")
    UUID tenantId;

    String text;

    Note() {}

    Note(UUID id, UUID tenantId, String text) {
        this.id = id;
        this.tenantId = tenantId;
        this.text = text;
    }
}
