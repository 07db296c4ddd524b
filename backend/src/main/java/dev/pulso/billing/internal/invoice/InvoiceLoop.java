package dev.pulso.billing.internal.invoice;

import dev.pulso.store.loop.LoopSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Invoices in the loop: what was billed. */
@ApplicationScoped
class InvoiceLoop implements LoopSource {
    private static final String STATEMENT = """
        select i.id, i.number::text as title, %s as status,
            i.created_at as at, i.due_on, i.total_cents as amount_cents, i.currency, null as billing_cycle, i.contract_id,
            i.customer_id, count(*) over () as record_count
        from invoices i where i.%s = any($1) order by i.created_at desc, i.id desc limit $2\
        """;

    @Override
    public String kind() {
        return "invoice";
    }

    @Override
    public String permission() {
        return "billing.invoices:read";
    }

    @Override
    public Set<String> references() {
        return Set.of("contract", "customer");
    }

    @Override
    public Map<String, String> statements() {
        return Map.of(
                "invoice", STATEMENT.formatted(InvoiceQueries.SEEN, "id"),
                "contract", STATEMENT.formatted(InvoiceQueries.SEEN, "contract_id"),
                "customer", STATEMENT.formatted(InvoiceQueries.SEEN, "customer_id"));
    }
}
