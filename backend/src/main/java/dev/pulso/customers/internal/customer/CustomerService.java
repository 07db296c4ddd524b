package dev.pulso.customers.internal.customer;

import dev.pulso.customers.BillingStatus;
import dev.pulso.customers.CustomerData;
import dev.pulso.customers.CustomerDetail;
import dev.pulso.customers.Customers;
import dev.pulso.customers.NewCustomer;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.store.custom.CustomFields;
import dev.pulso.store.data.ExternalKeys;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.UniqueValues;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The use cases of customers: load, decide, keep; one transaction each, or the caller's. */
@ApplicationScoped
class CustomerService implements Customers {
    private static final String TABLE = "customers";

    private final Tenancy tenancy;
    private final CustomerRepository customers;
    private final CustomerQueries queries;
    private final CustomerBatch batch;
    private final ExternalKeys keys;
    private final CustomFields custom;
    private final UniqueValues unique;

    CustomerService(
            Tenancy tenancy,
            CustomerRepository customers,
            CustomerQueries queries,
            CustomerBatch batch,
            ExternalKeys keys,
            UniqueValues unique,
            CustomFields custom) {
        this.tenancy = tenancy;
        this.customers = customers;
        this.queries = queries;
        this.batch = batch;
        this.keys = keys;
        this.custom = custom;
        this.unique = unique;
    }

    Uni<Page<CustomerData>> list(Caller caller, CustomerQueries.Filter filter, PageRequest page) {
        return queries.list(caller, filter, page);
    }

    /** On the way to something else, where nobody is asked for the fields of the company. */
    @Override
    public Uni<CustomerDetail> create(Caller caller, NewCustomer customer) {
        return make(caller, customer, false);
    }

    Uni<CustomerDetail> add(Caller caller, NewCustomer customer) {
        return make(caller, customer, true);
    }

    private Uni<CustomerDetail> make(Caller caller, NewCustomer customer, boolean asked) {
        return tenancy.write(
                caller,
                // Flushed here, so that a duplicate tax id is this call's error and the data is as stored.
                session -> keys.requireFree(caller, TABLE, customer.external())
                        .chain(() -> unique.requireFree(
                                caller, TABLE, "tax_id", Checks.taxId("tax_id", customer.taxId()), null))
                        .chain(() -> custom.ofNew(caller, TABLE, customer.custom(), null, asked))
                        .chain(values -> customers.persistAndFlush(new Customer(caller, customer.custom(values))))
                        .chain(made -> queries.get(caller, made.id())));
    }

    @Override
    public void check(Caller caller, NewCustomer customer) {
        new Customer(caller, customer);
    }

    @Override
    public Uni<List<UUID>> findOrCreateAll(Caller caller, List<NewCustomer> wanted) {
        return batch.findOrCreate(caller, wanted);
    }

    @Override
    public Uni<CustomerDetail> get(Caller caller, UUID id) {
        return queries.get(caller, id);
    }

    @Override
    public Uni<List<CustomerData>> byIds(Caller caller, Collection<UUID> ids) {
        return queries.byIds(caller, ids);
    }

    @Override
    public Uni<@Nullable CustomerDetail> findByCompany(Caller caller, UUID companyId) {
        return queries.ofCompany(caller, companyId);
    }

    @Override
    public Uni<@Nullable CustomerDetail> findByTaxId(Caller caller, String taxId) {
        return queries.ofTaxId(caller, taxId);
    }

    @Override
    public Uni<@Nullable CustomerDetail> findByKey(Caller caller, String source, String externalId) {
        return queries.ofKey(caller, source, externalId);
    }

    Uni<CustomerDetail> edit(Caller caller, UUID id, ExpectedVersion expected, Customer.Changes changes) {
        return tenancy.write(
                caller,
                session -> load(id).invoke(customer -> customer.requireVersion(expected))
                        .call(customer -> keys.requireFree(caller, TABLE, customer, changes.external()))
                        .call(() -> unique.requireFree(
                                caller,
                                TABLE,
                                "tax_id",
                                Checks.taxId("tax_id", changes.taxId().value()),
                                id))
                        .call(customer -> custom.changed(caller, TABLE, changes.custom(), customer.custom(), null)
                                .invoke(checked -> customer.edit(changes.custom(checked))))
                        .call(() -> session.flush())
                        .chain(() -> queries.get(caller, id)));
    }

    /** Makes the customer of that external key, or changes it. */
    Uni<ExternalKeys.Put<CustomerDetail>> put(
            Caller caller,
            String externalId,
            ExpectedVersion expected,
            NewCustomer customer,
            Customer.Changes changes) {
        return keys.put(
                caller,
                TABLE,
                customer.external().source(),
                externalId,
                expected,
                () -> add(caller, customer),
                id -> edit(caller, id, expected, changes));
    }

    @Override
    public Uni<CustomerData> setBillingStatus(Caller caller, UUID id, BillingStatus status) {
        return tenancy.write(
                caller,
                session -> load(id).call(customer -> {
                            customer.setBillingStatus(status);
                            return session.flush();
                        })
                        .chain(() -> queries.get(caller, id))
                        .map(CustomerDetail::customer));
    }

    @Override
    public Uni<Void> lock(Caller caller, UUID id) {
        return tenancy.write(
                caller,
                session ->
                        customers.findById(id, LockModeType.PESSIMISTIC_WRITE).replaceWithVoid());
    }

    @Override
    public Uni<Void> owes(Caller caller, UUID id, boolean overdue) {
        return tenancy.write(
                caller,
                session -> load(id).invoke(customer -> customer.owes(overdue)).chain(() -> session.flush()));
    }

    private Uni<Customer> load(UUID id) {
        return customers.findById(id).onItem().ifNull().failWith(Problem::notFound);
    }
}
