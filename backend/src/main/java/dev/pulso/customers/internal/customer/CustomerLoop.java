package dev.pulso.customers.internal.customer;

import dev.pulso.store.loop.LoopSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Customers in the loop: who bought. */
@ApplicationScoped
class CustomerLoop implements LoopSource {
    private static final String STATEMENT = """
        select c.id, c.name as title, c.billing_status as status, c.created_at as at, null::date as due_on,
            null::bigint as amount_cents, null as currency, null as billing_cycle, count(*) over () as record_count
        from customers c where %s = any($1) order by c.created_at desc, c.id desc limit $2\
        """;

    @Override
    public String kind() {
        return "customer";
    }

    @Override
    public String permission() {
        return "customers.customers:read";
    }

    @Override
    public Set<String> references() {
        return Set.of();
    }

    @Override
    public Map<String, String> statements() {
        return Map.of(
                "customer", STATEMENT.formatted("c.id"),
                "company", STATEMENT.formatted("c.company_id"));
    }
}
