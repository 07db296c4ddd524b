package dev.pulso.customers.internal.customer;

import dev.pulso.store.data.NameSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Customers, by their names. */
@ApplicationScoped
class CustomerNames implements NameSource {
    @Override
    public Map<String, String> statements() {
        return Map.of("customers", "select id, name from customers where id = any($1)");
    }
}
