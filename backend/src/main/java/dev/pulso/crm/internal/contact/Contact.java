package dev.pulso.crm.internal.contact;

import dev.pulso.kernel.Change;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Records;
import dev.pulso.store.data.CustomRecord;
import dev.pulso.store.data.ExternalChanges;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person to talk to. A company has at most one primary contact; who leaves a company is no longer its primary. */
@Entity
@Table(name = "contacts")
class Contact extends CustomRecord {
    private String name;

    private @Nullable String email;

    private @Nullable String phone;

    private @Nullable String position;

    @Column(name = "company_id")
    private @Nullable UUID companyId;

    @Column(name = "is_primary")
    private boolean primaryContact;

    private @Nullable String notes;

    /** For Hibernate. */
    protected Contact() {}

    /** Nothing is known of a new one: what is given is checked as a change of it, which refuses to leave out what it needs. */
    @SuppressWarnings("NullAway.Init")
    Contact(Caller caller, NewContact contact) {
        super(caller, contact.external());
        edit(Records.changes(ContactChanges.class, contact, Map.of("external", ExternalChanges.NONE)));
    }

    void edit(ContactChanges changes) {
        change(changes.external());
        changeCustom(changes.custom());
        changes.name().ifGiven(value -> name = Checks.text("name", value));
        changes.email().ifGiven(value -> email = Checks.email("email", value));
        changes.phone().ifGiven(value -> phone = Checks.phone("phone", value));
        changes.position().ifGiven(value -> position = Checks.trimmed(value));
        changes.companyId().ifGiven(this::joinCompany);
        changes.isPrimary().ifGiven(value -> primaryContact = Checks.present("is_primary", value));
        changes.notes().ifGiven(value -> notes = value);
        requireCompanyOfPrimary();
    }

    /** Takes what it does not have itself. */
    void complete(NewContact known) {
        email = email == null ? Checks.email("email", known.email()) : email;
        phone = phone == null ? Checks.phone("phone", known.phone()) : phone;
        companyId = companyId == null ? known.companyId() : companyId;
        Map<String, Object> more = new HashMap<>(known.custom() == null ? Map.of() : known.custom());
        more.keySet().removeAll(custom().values().keySet());
        changeCustom(Change.to(more));
    }

    /** Somebody else becomes the one to talk to. */
    void stepBack() {
        primaryContact = false;
    }

    /** The company whose primary contact this one becomes by the changes, or null. */
    @Nullable
    UUID becomesPrimaryOf(ContactChanges changes) {
        boolean asked = changes.isPrimary().given()
                && Boolean.TRUE.equals(changes.isPrimary().value());
        return asked ? (changes.companyId().given() ? changes.companyId().value() : companyId) : null;
    }

    private void joinCompany(@Nullable UUID company) {
        if (company == null || !company.equals(companyId)) {
            primaryContact = false;
        }
        companyId = company;
    }

    private void requireCompanyOfPrimary() {
        if (primaryContact && companyId == null) {
            throw Problem.invalid("is_primary", "needs a company", "company");
        }
    }
}
