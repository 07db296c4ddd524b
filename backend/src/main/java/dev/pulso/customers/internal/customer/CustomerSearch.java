package dev.pulso.customers.internal.customer;

import dev.pulso.store.search.SearchKind;
import dev.pulso.store.search.SearchSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Customers, by their words (db/customers/210-search.sql). */
@ApplicationScoped
class CustomerSearch implements SearchSource {
    @Override
    public List<SearchKind> kinds() {
        return List.of(SearchKind.of("customer", "customers", "customers.customers:read", "name")
                .status("r.billing_status")
                .field("email")
                .field("tax_id")
                .field("phone"));
    }
}
