package dev.pulso.portfolio.internal.contract;

import dev.pulso.store.data.NameSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Contracts, by their titles. */
@ApplicationScoped
class ContractNames implements NameSource {
    @Override
    public Map<String, Names> names() {
        return Map.of(
                "contracts",
                new Names("portfolio.contracts:read", "select id, title as name from contracts where id = any($1)"));
    }
}
