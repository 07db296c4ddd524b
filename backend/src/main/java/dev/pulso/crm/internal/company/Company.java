package dev.pulso.crm.internal.company;

import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Records;
import dev.pulso.store.data.CustomRecord;
import dev.pulso.store.data.ExternalChanges;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An organisation that may buy. Two may share a name; no two share a CNPJ. */
@Entity
@Table(name = "companies")
class Company extends CustomRecord {
    private String name;

    @Column(name = "tax_id")
    private @Nullable String taxId;

    private @Nullable String domain;

    private @Nullable String industry;

    private @Nullable String size;

    private @Nullable String website;

    private @Nullable String phone;

    private @Nullable String notes;

    /** For Hibernate. */
    protected Company() {}

    /** Nothing is known of a new one: what is given is checked as a change of it, which refuses to leave out what it needs. */
    @SuppressWarnings("NullAway.Init")
    Company(Caller caller, NewCompany company) {
        super(caller, company.external());
        edit(Records.changes(CompanyChanges.class, company, Map.of("external", ExternalChanges.NONE)));
    }

    void edit(CompanyChanges changes) {
        change(changes.external());
        changeCustom(changes.custom());
        changes.name().ifGiven(value -> name = Checks.text("name", value));
        changes.taxId().ifGiven(value -> taxId = cnpj(value));
        changes.domain().ifGiven(value -> domain = Checks.trimmed(value));
        changes.industry().ifGiven(value -> industry = Checks.trimmed(value));
        changes.size().ifGiven(value -> size = Checks.trimmed(value));
        changes.website().ifGiven(value -> website = Checks.website("website", value));
        changes.phone().ifGiven(value -> phone = Checks.phone("phone", value));
        changes.notes().ifGiven(value -> notes = value);
    }

    /** A CNPJ as it is stored. */
    static @Nullable String cnpj(@Nullable String value) {
        String taxId = Checks.taxId("tax_id", value);
        Checks.taxIdOfKind("tax_id", taxId, false);
        return taxId;
    }
}
