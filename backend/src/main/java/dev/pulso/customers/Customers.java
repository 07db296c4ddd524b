package dev.pulso.customers;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other modules may ask of customers. Every call joins the caller's transaction when one is open. */
public interface Customers {

    /** Creates a customer. 400 for a tax id that does not check, 409 when another customer has it. */
    Uni<CustomerDetail> create(Caller caller, NewCustomer customer);

    /** Refuses, as {@link #create} would, what cannot be a customer; whether its tax id is free is not asked. */
    void check(Caller caller, NewCustomer customer);

    /**
     * The customers that rows of a file name, found or created, in the order given. One is found by its external id; by
     * its tax id; or, when it has neither, by its name without regard to case and accents. What is found is left as it is.
     * A few statements, whatever the number.
     */
    Uni<List<UUID>> findOrCreateAll(Caller caller, List<NewCustomer> customers);

    /** The customer, or 404. */
    Uni<CustomerDetail> get(Caller caller, UUID id);

    /** Those of the customers that exist, in no particular order. */
    Uni<List<CustomerData>> byIds(Caller caller, Collection<UUID> ids);

    /** The customer that was made from a company of the sales side, the oldest one if there are several, or null. */
    Uni<@Nullable CustomerDetail> findByCompany(Caller caller, UUID companyId);

    /** The customer of that document, or null. */
    Uni<@Nullable CustomerDetail> findByTaxId(Caller caller, String taxId);

    /** The customer that another system knows by this key, or null. */
    Uni<@Nullable CustomerDetail> findByKey(Caller caller, String source, String externalId);

    /** Until the transaction ends nobody else changes the customer. */
    Uni<Void> lock(Caller caller, UUID id);

    /**
     * Says whether something is overdue. Who owes is delinquent, unless blocked already; who does not is in good standing
     * again.
     */
    Uni<Void> owes(Caller caller, UUID id, boolean overdue);

    /** Says whether the customer pays as agreed; saying it again changes nothing. 404 for an unknown customer. */
    Uni<CustomerData> setBillingStatus(Caller caller, UUID id, BillingStatus status);
}
