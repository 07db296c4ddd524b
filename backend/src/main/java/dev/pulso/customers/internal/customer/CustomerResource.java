package dev.pulso.customers.internal.customer;

import static dev.pulso.customers.CustomerMapper.CUSTOMERS;

import dev.pulso.api.CustomersApi;
import dev.pulso.api.model.Customer;
import dev.pulso.api.model.CustomerCreate;
import dev.pulso.api.model.CustomerPage;
import dev.pulso.api.model.CustomerPatch;
import dev.pulso.customers.internal.customer.Customer.Changes;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.Created;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.store.data.External;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** Customers over HTTP: translates, nothing else. */
@AtMostOnce
class CustomerResource implements CustomersApi {
    private final CustomerService customers;
    private final CallerContext context;
    private final PatchBody patch;
    private final Created created;

    CustomerResource(CustomerService customers, CallerContext context, PatchBody patch, Created created) {
        this.customers = customers;
        this.context = context;
        this.patch = patch;
        this.created = created;
    }

    @Override
    public Uni<CustomerPage> listCustomers(
            String externalSource,
            String externalId,
            String q,
            String sort,
            Integer limit,
            String cursor,
            Instant updatedSince) {
        return customers
                .list(
                        context.caller(),
                        new CustomerQueries.Filter(new External.Key(externalSource, externalId), q),
                        context.page(limit, sort, cursor, updatedSince))
                .map(CUSTOMERS::toApi);
    }

    @Override
    public Uni<Customer> createCustomer(CustomerCreate body) {
        return customers.add(context.caller(), CUSTOMERS.toNew(body, null)).map(CUSTOMERS::toApi);
    }

    @Override
    public Uni<Customer> getCustomer(UUID id) {
        return customers.get(context.caller(), id).map(CUSTOMERS::toApi);
    }

    @Override
    public Uni<Customer> updateCustomer(UUID id, CustomerPatch body) {
        return customers
                .edit(context.caller(), id, context.requiredVersion(), changes(body))
                .map(CUSTOMERS::toApi);
    }

    @Override
    public Uni<Customer> putCustomer(String source, String externalId, CustomerCreate body) {
        body.externalSource(source).externalId(externalId);
        return customers
                .put(
                        context.caller(),
                        externalId,
                        context.expectedVersion(),
                        CUSTOMERS.toNew(body, null),
                        changes(patch.as(CustomerPatch.class, body)))
                .map(created::told)
                .map(CUSTOMERS::toApi);
    }

    private Changes changes(CustomerPatch body) {
        return patch.into(Changes.class, body);
    }
}
