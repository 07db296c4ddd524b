package dev.pulso.portfolio.internal.contract;

import dev.pulso.store.search.SearchKind;
import dev.pulso.store.search.SearchSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Contracts, by their words (db/portfolio/210-search.sql). */
@ApplicationScoped
class ContractSearch implements SearchSource {
    @Override
    public List<SearchKind> kinds() {
        return List.of(SearchKind.of("contract", "contracts", "portfolio.contracts:read", "title")
                .status("r.status")
                .amount("r.amount_cents", "r.currency::text")
                .field(
                        "customer",
                        "(select c.name from customer_names c where c.tenant_id = r.tenant_id and c.id = r.customer_id)",
                        "customers.customers:read")
                .field("reference_id")
                .field("external_id"));
    }
}
