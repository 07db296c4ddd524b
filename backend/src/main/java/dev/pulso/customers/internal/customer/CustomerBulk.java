package dev.pulso.customers.internal.customer;

import dev.pulso.customers.CustomerData;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.store.bulk.BulkChange;
import dev.pulso.store.bulk.BulkOrder;
import dev.pulso.store.bulk.BulkSource;
import dev.pulso.store.bulk.FieldEdits;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** What can be done with many customers at once. */
@ApplicationScoped
class CustomerBulk implements BulkSource {
    private final FieldEdits<Customer.Changes> edits = new FieldEdits<>(Customer.Changes.class);
    private final CustomerService customers;

    CustomerBulk(CustomerService customers) {
        this.customers = customers;
    }

    @Override
    public String kind() {
        return "customers";
    }

    @Override
    public String permission() {
        return "customers.customers:write";
    }

    @Override
    public Map<String, Boolean> actions() {
        return Map.of("assign", true, BulkOrder.SET_CUSTOM, true);
    }

    @Override
    public void check(BulkOrder order) {
        if (order.action().equals(BulkOrder.SET_CUSTOM)) {
            order.custom();
        }
    }

    @Override
    public Uni<BulkChange> apply(Caller caller, UUID id, ExpectedVersion expected, BulkOrder order) {
        return customers.get(caller, id).chain(found -> {
            CustomerData record = found.customer();
            if (order.action().equals(BulkOrder.SET_CUSTOM)) {
                return edits.custom(
                        record.version(),
                        expected,
                        record.custom(),
                        order,
                        (version, changes) -> customers
                                .edit(caller, id, version, changes)
                                .map(edited -> edited.customer().version()));
            }
            return edits.change(
                    record.version(),
                    expected,
                    "accountManagerId",
                    record.accountManagerId(),
                    order.id("owner_id"),
                    (version, changes) -> customers
                            .edit(caller, id, version, changes)
                            .map(edited -> edited.customer().version()));
        });
    }

    @Override
    public Uni<Void> takeBack(Caller caller, UUID id, ExpectedVersion expected, BulkOrder order, JsonObject before) {
        return customers.edit(caller, id, expected, edits.back(before)).replaceWithVoid();
    }
}
