package dev.pulso.portfolio.internal.contract;

import dev.pulso.store.merge.MergedReferences;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Contracts are of a customer. */
@ApplicationScoped
class MergedInPortfolio implements MergedReferences {
    @Override
    public List<Reference> references() {
        return List.of(Reference.ofRecords("customers", "contracts", "customer_id"));
    }
}
