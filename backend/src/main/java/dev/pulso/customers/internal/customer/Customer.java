package dev.pulso.customers.internal.customer;

import dev.pulso.customers.BillingStatus;
import dev.pulso.customers.CustomerKind;
import dev.pulso.customers.NewCustomer;
import dev.pulso.kernel.Change;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Records;
import dev.pulso.store.data.CustomRecord;
import dev.pulso.store.data.ExternalChanges;
import dev.pulso.store.tenancy.Caller;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is billed. Keeps its tax id consistent with its kind: a person has a CPF, a company a CNPJ. */
@Entity
@Table(name = "customers")
class Customer extends CustomRecord {
    private String name;

    @Enumerated(EnumType.STRING)
    private CustomerKind kind;

    @Column(name = "tax_id")
    private @Nullable String taxId;

    private @Nullable String email;

    private @Nullable String phone;

    private @Nullable String website;

    @Enumerated(EnumType.STRING)
    @Column(name = "billing_status")
    private BillingStatus billingStatus = BillingStatus.current;

    @Column(name = "company_id")
    private @Nullable UUID companyId;

    @Column(name = "crm_deal_id", updatable = false)
    private @Nullable UUID crmDealId;

    @Column(name = "account_manager_id")
    private @Nullable UUID accountManagerId;

    private @Nullable String notes;

    /** What an edit changes; a field that is not given stays. */
    @RegisterForReflection
    record Changes(
            Change<String> name,
            Change<CustomerKind> kind,
            Change<String> taxId,
            Change<String> email,
            Change<String> phone,
            Change<String> website,
            Change<UUID> companyId,
            Change<UUID> accountManagerId,
            Change<Map<String, Object>> custom,
            ExternalChanges external,
            Change<String> notes) {

        Changes custom(Change<Map<String, Object>> checked) {
            return Records.with(this, "custom", checked);
        }
    }

    /** For Hibernate. */
    protected Customer() {}

    /** Nothing is known of a new one: what is given is checked as a change of it, which refuses to leave out what it needs. */
    @SuppressWarnings("NullAway.Init")
    Customer(Caller caller, NewCustomer customer) {
        super(caller, customer.external());
        crmDealId = customer.crmDealId();
        edit(Records.changes(Changes.class, customer, Map.of("external", ExternalChanges.NONE), "crmDealId"));
    }

    void edit(Changes changes) {
        changes.name().ifGiven(value -> name = Checks.text("name", value));
        changes.kind().ifGiven(value -> kind = Checks.present("kind", value));
        changes.taxId().ifGiven(value -> taxId = Checks.taxId("tax_id", value));
        changes.email().ifGiven(value -> email = Checks.email("email", value));
        changes.phone().ifGiven(value -> phone = Checks.phone("phone", value));
        changes.website().ifGiven(value -> website = Checks.website("website", value));
        changes.companyId().ifGiven(value -> companyId = value);
        changes.accountManagerId().ifGiven(value -> accountManagerId = value);
        change(changes.external());
        changeCustom(changes.custom());
        changes.notes().ifGiven(value -> notes = value);
        requireTaxIdOfKind();
    }

    void owes(boolean overdue) {
        if (!overdue) {
            billingStatus = BillingStatus.current;
        } else if (billingStatus == BillingStatus.current) {
            billingStatus = BillingStatus.delinquent;
        }
    }

    void setBillingStatus(BillingStatus status) {
        billingStatus = status;
    }

    private void requireTaxIdOfKind() {
        Checks.taxIdOfKind("tax_id", taxId, kind == CustomerKind.person);
    }

    String name() {
        return name;
    }

    @Nullable
    String taxId() {
        return taxId;
    }
}
