package dev.pulso.crm.internal.lead;

import dev.pulso.store.loop.LoopSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Leads in the loop: somebody showed interest. */
@ApplicationScoped
class LeadLoop implements LoopSource {
    private static final String STATEMENT = """
        select l.id, l.name as title, l.stage as status, l.created_at as at, null::date as due_on, null::bigint as amount_cents,
            null as currency, null as billing_cycle, l.deal_id, count(*) over () as record_count
        from leads l where %s = any($1) order by l.created_at desc, l.id desc limit $2\
        """;

    @Override
    public String kind() {
        return "lead";
    }

    @Override
    public String permission() {
        return "crm.leads:read";
    }

    @Override
    public Set<String> references() {
        return Set.of("deal");
    }

    @Override
    public Map<String, String> statements() {
        return Map.of("lead", STATEMENT.formatted("l.id"));
    }
}
