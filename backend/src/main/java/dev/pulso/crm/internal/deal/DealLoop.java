package dev.pulso.crm.internal.deal;

import dev.pulso.store.loop.LoopSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Deals in the loop: a sale is under way, was won or lost. */
@ApplicationScoped
class DealLoop implements LoopSource {
    private static final String STATEMENT = """
        select d.id, d.title, d.status, d.created_at as at, case when d.status = 'open' then d.expected_close_on end as due_on,
            d.amount_cents, d.currency, null as billing_cycle, d.lead_id, d.customer_id, count(*) over () as record_count
        from deals d where %s = any($1) order by d.created_at desc, d.id desc limit $2\
        """;

    @Override
    public String kind() {
        return "deal";
    }

    @Override
    public String permission() {
        return "crm.deals:read";
    }

    @Override
    public Set<String> references() {
        return Set.of("lead", "customer");
    }

    @Override
    public Map<String, String> statements() {
        return Map.of(
                "deal", STATEMENT.formatted("d.id"),
                "company", STATEMENT.formatted("d.company_id"),
                "contact", STATEMENT.formatted("d.contact_id"),
                "customer", STATEMENT.formatted("d.customer_id"));
    }
}
