package dev.pulso.billing.internal.invoice;

import dev.pulso.store.merge.MergedReferences;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Invoices are of a customer; the name and the document that were printed on one stay. */
@ApplicationScoped
class MergedInBilling implements MergedReferences {
    @Override
    public List<Reference> references() {
        return List.of(Reference.ofRecords("customers", "invoices", "customer_id"));
    }
}
