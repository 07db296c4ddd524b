package dev.pulso.customers.internal.customer;

import dev.pulso.customers.BillingStatus;
import dev.pulso.customers.CustomerData;
import dev.pulso.customers.CustomerDetail;
import dev.pulso.customers.CustomerKind;
import dev.pulso.customers.NewCustomer;
import dev.pulso.kernel.Checks;
import dev.pulso.store.data.KnownRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is billed. Keeps its tax id consistent with its kind: a person has a CPF, a company a CNPJ. */
@Entity
@Table(name = "customers")
class Customer extends KnownRecord {
    private String name;

    @Enumerated(EnumType.STRING)
    private CustomerKind kind;

    @Column(name = "tax_id")
    private @Nullable String taxId;

    private @Nullable String email;

    private @Nullable String phone;

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

    /** For Hibernate. */
    protected Customer() {}

    Customer(Caller caller, NewCustomer customer) {
        super(caller, customer.external());
        name = Checks.text("name", customer.name());
        kind = customer.kind();
        taxId = Checks.taxId("tax_id", customer.taxId());
        email = Checks.email("email", customer.email());
        phone = Checks.phone("phone", customer.phone());
        companyId = customer.companyId();
        crmDealId = customer.crmDealId();
        accountManagerId = customer.accountManagerId();
        notes = customer.notes();
        requireTaxIdOfKind();
    }

    void edit(CustomerChanges changes) {
        changes.name().ifGiven(value -> name = Checks.text("name", value));
        changes.kind().ifGiven(value -> kind = Checks.present("kind", value));
        changes.taxId().ifGiven(value -> taxId = Checks.taxId("tax_id", value));
        changes.email().ifGiven(value -> email = Checks.email("email", value));
        changes.phone().ifGiven(value -> phone = Checks.phone("phone", value));
        changes.companyId().ifGiven(value -> companyId = value);
        changes.accountManagerId().ifGiven(value -> accountManagerId = value);
        change(changes.external());
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

    CustomerDetail detail() {
        return new CustomerDetail(data(), notes);
    }

    CustomerData data() {
        return new CustomerData(
                id(),
                name,
                kind,
                taxId,
                email,
                phone,
                billingStatus,
                companyId,
                crmDealId,
                accountManagerId,
                external(),
                createdAt(),
                updatedAt(),
                version());
    }
}
