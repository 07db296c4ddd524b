package dev.pulso.customers.internal.customer;

import dev.pulso.api.CustomersApi;
import dev.pulso.api.model.BillingStatus;
import dev.pulso.api.model.Customer;
import dev.pulso.api.model.CustomerCreate;
import dev.pulso.api.model.CustomerKind;
import dev.pulso.api.model.CustomerPage;
import dev.pulso.api.model.CustomerPatch;
import dev.pulso.customers.CustomerMapper;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.store.data.PageRequest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** Customers over HTTP: translates, nothing else. */
class CustomerResource implements CustomersApi {
    private final CustomerService customers;
    private final CallerContext context;
    private final PatchBody patch;

    CustomerResource(CustomerService customers, CallerContext context, PatchBody patch) {
        this.customers = customers;
        this.context = context;
        this.patch = patch;
    }

    @Override
    public Uni<CustomerPage> listCustomers(
            CustomerKind kind,
            BillingStatus billingStatus,
            String q,
            String sort,
            Integer limit,
            String cursor,
            Instant updatedSince) {
        return customers
                .list(
                        context.caller(),
                        CustomerApiMapper.toFilter(kind, billingStatus, q),
                        PageRequest.of(limit, sort, cursor, updatedSince))
                .map(CustomerApiMapper::toApi);
    }

    @Override
    public Uni<Customer> createCustomer(CustomerCreate body) {
        return customers
                .create(context.caller(), CustomerMapper.toNew(body, null))
                .map(CustomerMapper::toApi);
    }

    @Override
    public Uni<Customer> getCustomer(UUID id) {
        return customers.get(context.caller(), id).map(CustomerMapper::toApi);
    }

    @Override
    public Uni<Customer> updateCustomer(UUID id, CustomerPatch body, String ifMatch) {
        return customers
                .edit(
                        context.caller(),
                        id,
                        ExpectedVersion.required(ifMatch, body.getVersion()),
                        CustomerApiMapper.toChanges(body, patch))
                .map(CustomerMapper::toApi);
    }
}
