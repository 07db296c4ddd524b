package dev.pulso.crm.internal.deal;

import dev.pulso.crm.internal.References;
import dev.pulso.crm.internal.References.Reference;
import dev.pulso.crm.internal.company.CompanyData;
import dev.pulso.crm.internal.company.CompanyService;
import dev.pulso.crm.internal.contact.ContactData;
import dev.pulso.crm.internal.contact.ContactDetail;
import dev.pulso.crm.internal.contact.ContactService;
import dev.pulso.customers.CustomerDetail;
import dev.pulso.customers.CustomerKind;
import dev.pulso.customers.Customers;
import dev.pulso.customers.NewCustomer;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Violation;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is billed for a won deal: the one named, a new one, or whoever the deal was with. */
@ApplicationScoped
class DealCustomers {
    private final Customers customers;
    private final CompanyService companies;
    private final ContactService contacts;
    private final DealQueries deals;
    private final References references;

    DealCustomers(
            Customers customers,
            CompanyService companies,
            ContactService contacts,
            DealQueries deals,
            References references) {
        this.customers = customers;
        this.companies = companies;
        this.contacts = contacts;
        this.deals = deals;
        this.references = references;
    }

    /** The customer; null when nobody is named and nothing is sold that would need one. */
    Uni<@Nullable CustomerDetail> of(Caller caller, Deal deal, Winning winning) {
        if (winning.customerId() != null && winning.customer() != null) {
            throw Problem.invalid("customer", "cannot be given together with customer_id", "ambiguous");
        }
        if (winning.customerId() != null) {
            caller.require("customers.customers:read");
            return customers
                    .get(caller, winning.customerId())
                    .onFailure(failure -> failure instanceof Problem problem && problem.status() == 404)
                    .transform(missing -> Problem.unknownReference("customer_id"));
        }
        if (winning.customer() != null) {
            return create(caller, deal, winning.customer());
        }
        if (deal.customerId() != null) {
            return customers.get(caller, deal.customerId());
        }
        if (winning.contracts().isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        if (deal.companyId() != null) {
            return ofCompany(caller, deal, deal.companyId());
        }
        if (deal.contactId() != null) {
            return ofContact(caller, deal, deal.contactId());
        }
        throw Problem.invalid(
                "customer", "is needed for contracts: the deal has neither a company nor a contact", "required");
    }

    private Uni<CustomerDetail> create(Caller caller, Deal deal, NewCustomer customer) {
        caller.require("customers.customers:write");
        UUID companyId = customer.companyId() == null ? deal.companyId() : customer.companyId();
        return references
                .require(caller, Reference.company("company_id", customer.companyId()))
                .chain(() ->
                        customers.create(caller, customer.companyId(companyId).crmDealId(deal.id())))
                .onFailure(Problem.class)
                .transform(problem -> ofCustomer((Problem) problem));
    }

    /** The customer is a part of this body: what is wrong with it is told by the path from here. */
    private static Problem ofCustomer(Problem problem) {
        List<Violation> violations = problem.violations().stream()
                .map(each -> new Violation("customer." + each.field(), each.message(), each.code()))
                .toList();
        return violations.isEmpty() || problem.status() != 400 ? problem : Problem.invalid(violations);
    }

    /** One customer per company, also when two of its deals are won at once. */
    private Uni<CustomerDetail> ofCompany(Caller caller, Deal deal, UUID companyId) {
        return companies
                .lock(caller, companyId)
                .chain(() -> customers.findByCompany(caller, companyId))
                .chain(known -> known != null
                        ? Uni.createFrom().item(known)
                        : mayCreate(caller)
                                .chain(() -> companies.get(caller, companyId))
                                .chain(company -> contact(caller, deal.contactId())
                                        .chain(contact -> customers.create(
                                                caller,
                                                billed(
                                                        deal,
                                                        company.company(),
                                                        contact == null ? null : contact.contact())))));
    }

    /** One customer per person, also when two of their deals are won at once. */
    private Uni<CustomerDetail> ofContact(Caller caller, Deal deal, UUID contactId) {
        return contacts.lock(caller, contactId)
                .chain(() -> deals.customerOfContact(caller, contactId))
                .chain(known -> known != null
                        ? customers.get(caller, known)
                        : mayCreate(caller)
                                .chain(() -> contacts.get(caller, contactId))
                                .chain(contact -> customers.create(caller, billed(deal, contact.contact()))));
    }

    private static Uni<Void> mayCreate(Caller caller) {
        caller.require("customers.customers:write");
        return Uni.createFrom().voidItem();
    }

    private Uni<@Nullable ContactDetail> contact(Caller caller, @Nullable UUID id) {
        return id == null ? Uni.createFrom().nullItem() : contacts.get(caller, id);
    }

    private static NewCustomer billed(Deal deal, CompanyData company, @Nullable ContactData contact) {
        String phone = company.phone() == null && contact != null ? contact.phone() : company.phone();
        return NewCustomer.named(company.name(), CustomerKind.company)
                .taxId(company.taxId())
                .email(contact == null ? null : contact.email())
                .phone(phone)
                .companyId(company.id())
                .crmDealId(deal.id());
    }

    private static NewCustomer billed(Deal deal, ContactData contact) {
        return NewCustomer.named(contact.name(), CustomerKind.person)
                .email(contact.email())
                .phone(contact.phone())
                .crmDealId(deal.id());
    }
}
