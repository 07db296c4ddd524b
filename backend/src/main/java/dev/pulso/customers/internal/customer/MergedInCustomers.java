package dev.pulso.customers.internal.customer;

import dev.pulso.store.merge.MergedReferences;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A customer says which company of sales it is. */
@ApplicationScoped
class MergedInCustomers implements MergedReferences {
    @Override
    public List<Reference> references() {
        return List.of(Reference.ofRecords("companies", "customers", "company_id"));
    }
}
