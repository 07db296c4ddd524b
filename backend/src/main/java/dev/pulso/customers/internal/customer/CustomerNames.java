package dev.pulso.customers.internal.customer;

import dev.pulso.store.data.NameSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Customers, by their names. */
@ApplicationScoped
class CustomerNames implements NameSource {
    @Override
    public Map<String, Names> names() {
        return Map.of(
                "customers",
                new Names("customers.customers:read", "select id, name from customers where id = any($1)"));
    }
}
