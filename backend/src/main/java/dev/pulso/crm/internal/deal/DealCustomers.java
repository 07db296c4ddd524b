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
    static final String WRITE = "customers.customers:write";

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

    /** Whom a deal is with. */
    record Parties(
            @Nullable UUID customerId,
            @Nullable UUID companyId,
            @Nullable UUID contactId) {
        static Parties of(DealData deal) {
            return new Parties(deal.customerId(), deal.companyId(), deal.contactId());
        }

        static Parties of(Deal deal) {
            return new Parties(deal.customerId(), deal.companyId(), deal.contactId());
        }
    }

    /**
     * Who is billed for a sale.
     *
     * @param known the customer that is there
     * @param fresh the one that will be made otherwise
     */
    record Buyer(
            BuyerMatch match,
            @Nullable CustomerDetail known,
            @Nullable NewCustomer fresh) {
        private static Buyer known(BuyerMatch match, CustomerDetail customer) {
            return new Buyer(match, customer, null);
        }
    }

    /** Who would be billed for a sale: the one named, the one the deal has, or whoever it is with; never a guess by name. */
    Uni<Buyer> buyer(Caller caller, Parties parties, @Nullable UUID named) {
        if (named != null) {
            caller.require("customers.customers:read");
            return Problem.referredBy("customer_id", customers.get(caller, named))
                    .map(customer -> Buyer.known(BuyerMatch.NAMED, customer));
        }
        if (parties.customerId() != null) {
            return customers.get(caller, parties.customerId()).map(customer -> Buyer.known(BuyerMatch.DEAL, customer));
        }
        if (parties.companyId() != null) {
            return companies
                    .get(caller, parties.companyId())
                    .chain(company -> company(caller, company.company(), parties.contactId()));
        }
        return parties.contactId() == null
                ? Uni.createFrom().item(new Buyer(BuyerMatch.NONE, null, null))
                : person(caller, parties.contactId());
    }

    private Uni<Buyer> company(Caller caller, CompanyData company, @Nullable UUID contactId) {
        Uni<@Nullable Buyer> byKey = company.external().id() == null
                ? Uni.createFrom().nullItem()
                : customers
                        .findByKey(
                                caller,
                                company.external().source(),
                                company.external().id())
                        .map(found -> found == null ? null : Buyer.known(BuyerMatch.EXTERNAL, found));
        return byKey.chain(found -> found != null || company.taxId() == null
                        ? Uni.createFrom().item(found)
                        : customers
                                .findByTaxId(caller, company.taxId())
                                .map(known -> known == null ? null : Buyer.known(BuyerMatch.TAX_ID, known)))
                .chain(found -> found != null
                        ? Uni.createFrom().item(found)
                        : customers
                                .findByCompany(caller, company.id())
                                .map(known -> known == null ? null : Buyer.known(BuyerMatch.COMPANY, known)))
                .chain(found -> found != null
                        ? Uni.createFrom().item(found)
                        : contact(caller, contactId)
                                .map(contact -> new Buyer(
                                        BuyerMatch.NEW,
                                        null,
                                        billed(company, contact == null ? null : contact.contact()))));
    }

    private Uni<Buyer> person(Caller caller, UUID contactId) {
        return deals.customerOfContact(caller, contactId)
                .chain(known -> known != null
                        ? customers.get(caller, known).map(customer -> Buyer.known(BuyerMatch.CONTACT, customer))
                        : contacts.get(caller, contactId)
                                .map(contact -> new Buyer(BuyerMatch.NEW, null, billed(contact.contact()))));
    }

    /** The customer of a sale, found or made; 400 when the deal is with nobody. Two at once make one. */
    Uni<CustomerDetail> ofSale(Caller caller, Deal deal, @Nullable UUID named) {
        return ofSale(caller, deal, named, true)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.invalid(
                        "customer", "is needed: the deal has neither a company nor a contact", "required"));
    }

    /** As above; null when there is none yet and it may not be made here. */
    Uni<@Nullable CustomerDetail> ofSale(Caller caller, Deal deal, @Nullable UUID named, boolean make) {
        Parties parties = Parties.of(deal);
        Uni<Void> locked = parties.companyId() != null
                ? companies.lock(caller, parties.companyId())
                : parties.contactId() != null
                        ? contacts.lock(caller, parties.contactId())
                        : Uni.createFrom().voidItem();
        return locked.chain(() -> buyer(caller, parties, named)).chain(buyer -> {
            if (buyer.known() != null || buyer.fresh() == null || !make) {
                return Uni.createFrom().item(buyer.known());
            }
            caller.require(WRITE);
            return customers.create(caller, buyer.fresh().crmDealId(deal.id()));
        });
    }

    Uni<@Nullable CustomerDetail> get(Caller caller, UUID id) {
        return customers.get(caller, id).map(found -> found);
    }

    /** The customer that a body describes. */
    Uni<CustomerDetail> described(Caller caller, Deal deal, NewCustomer customer) {
        return create(caller, deal, customer);
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
        caller.require(WRITE);
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
                                                billed(company.company(), contact == null ? null : contact.contact())
                                                        .crmDealId(deal.id())))));
    }

    /** One customer per person, also when two of their deals are won at once. */
    private Uni<CustomerDetail> ofContact(Caller caller, Deal deal, UUID contactId) {
        return contacts.lock(caller, contactId)
                .chain(() -> deals.customerOfContact(caller, contactId))
                .chain(known -> known != null
                        ? customers.get(caller, known)
                        : mayCreate(caller)
                                .chain(() -> contacts.get(caller, contactId))
                                .chain(contact -> customers.create(
                                        caller, billed(contact.contact()).crmDealId(deal.id()))));
    }

    private static Uni<Void> mayCreate(Caller caller) {
        caller.require(WRITE);
        return Uni.createFrom().voidItem();
    }

    private Uni<@Nullable ContactDetail> contact(Caller caller, @Nullable UUID id) {
        return id == null ? Uni.createFrom().nullItem() : contacts.get(caller, id);
    }

    private static NewCustomer billed(CompanyData company, @Nullable ContactData contact) {
        String phone = company.phone() == null && contact != null ? contact.phone() : company.phone();
        return NewCustomer.named(company.name(), CustomerKind.company)
                .taxId(company.taxId())
                .email(contact == null ? null : contact.email())
                .phone(phone)
                .companyId(company.id());
    }

    private static NewCustomer billed(ContactData contact) {
        return NewCustomer.named(contact.name(), CustomerKind.person)
                .email(contact.email())
                .phone(contact.phone());
    }
}
