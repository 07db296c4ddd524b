package dev.pulso.customers.internal.customer;

import dev.pulso.store.data.PersonalData;
import dev.pulso.store.merge.Merges;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Customers. Their contracts and invoices are records of business, which the law wants kept, and stay. */
@ApplicationScoped
class PersonsAmongCustomers implements PersonalData {
    private static final String NOTHING = "null";

    @Override
    public List<Subject> subjects() {
        return List.of(new Subject(
                "customers",
                "true",
                Map.of(
                        "name", NOBODY,
                        "tax_id", NOTHING,
                        "email", NOTHING,
                        "phone", NOTHING,
                        "website", NOTHING,
                        "notes", NOTHING,
                        "external_id", NOTHING,
                        "custom", "'{}'",
                        "metadata", "'{}'"),
                Set.of("kind", "billing_status", "external_source")));
    }

    @Override
    public List<Trace> traces() {
        return List.of(new Trace("customers", "merges", Merges.of("customer"), Merges.PERSONAL));
    }

    @Override
    public Map<String, String> formerly() {
        return Map.of("customers", Merges.formerly("customer"));
    }
}
