package dev.pulso.crm.internal.reason;

import dev.pulso.kernel.Checks;
import dev.pulso.store.data.TenantRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Why deals are lost, as a company says it. It is archived, never deleted: deals that were lost for it keep it. */
@Entity
@Table(name = "lost_reasons")
class LostReason extends TenantRecord {
    @SuppressWarnings("UnusedVariable") // read by the queries only
    private String name;

    private int ordinal;

    @SuppressWarnings("UnusedVariable") // read by the queries only
    private boolean archived;

    /** For Hibernate. */
    protected LostReason() {}

    LostReason(Caller caller, String name, int ordinal) {
        super(caller);
        this.name = Checks.text("name", name);
        this.ordinal = ordinal;
    }

    void edit(LostReasonChanges changes) {
        changes.name().ifGiven(value -> name = Checks.text("name", value));
        changes.archived().ifGiven(value -> archived = Checks.present("archived", value));
    }

    int ordinal() {
        return ordinal;
    }

    void moveTo(int place) {
        ordinal = place;
    }
}
