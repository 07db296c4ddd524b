package dev.pulso.portfolio.internal.contract;

import dev.pulso.store.loop.LoopSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Contracts in the loop: what is paid for every period. */
@ApplicationScoped
class ContractLoop implements LoopSource {
    private static final String STATEMENT = """
        select c.id, c.title, c.status, c.created_at as at, null::date as due_on, c.amount_cents, c.currency,
            c.billing_cycle, c.deal_id, c.customer_id, count(*) over () as record_count
        from contracts c where %s = any($1) order by c.created_at desc, c.id desc limit $2\
        """;

    @Override
    public String kind() {
        return "contract";
    }

    @Override
    public String permission() {
        return "portfolio.contracts:read";
    }

    @Override
    public Set<String> references() {
        return Set.of("deal", "customer");
    }

    @Override
    public Map<String, String> statements() {
        return Map.of(
                "contract", STATEMENT.formatted("c.id"),
                "deal", STATEMENT.formatted("c.deal_id"),
                "customer", STATEMENT.formatted("c.customer_id"));
    }
}
