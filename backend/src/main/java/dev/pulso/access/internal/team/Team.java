package dev.pulso.access.internal.team;

import dev.pulso.kernel.Checks;
import dev.pulso.store.data.TenantRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** People who work together. Who belongs to it is said of each user. */
@Entity
@Table(name = "teams")
class Team extends TenantRecord {
    private String name;

    /** For Hibernate. */
    protected Team() {}

    Team(Caller caller, String name) {
        super(caller);
        this.name = Checks.text("name", name);
    }

    void rename(String newName) {
        name = Checks.text("name", newName);
    }

    TeamData data(int members) {
        return new TeamData(id(), name, members, createdAt(), updatedAt(), version());
    }
}
