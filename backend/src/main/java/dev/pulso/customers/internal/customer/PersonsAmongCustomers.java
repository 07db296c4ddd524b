package dev.pulso.customers.internal.customer;

import dev.pulso.store.data.PersonalData;
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
                        "metadata", "'{}'"),
                Set.of("kind", "billing_status", "external_source")));
    }

    @Override
    public List<Trace> traces() {
        return List.of(new Trace(
                "customers",
                "merges",
                "kind = 'customer' and $1 in (winner_id, loser_id)",
                Map.of(
                        "loser_name",
                        NOBODY,
                        "loser",
                        "'{}'",
                        "before",
                        "'{}'",
                        "after",
                        "'{}'",
                        "loser_external_id",
                        NOTHING,
                        "winner_external_id",
                        NOTHING)));
    }
}
