package dev.pulso.billing.internal.invoice;

import dev.pulso.store.loop.LoopSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Payments in the loop: money that came. Their record is the invoice that they were for. */
@ApplicationScoped
class PaymentLoop implements LoopSource {
    private static final String STATEMENT = """
        select i.id, i.number::text as title, p.method as status, p.recorded_at as at, null::date as due_on, p.amount_cents, i.currency,
            null as billing_cycle, count(*) over () as record_count
        from payments p join invoices i on i.tenant_id = p.tenant_id and i.id = p.invoice_id
        where %s = any($1) order by p.recorded_at desc, p.id desc limit $2\
        """;

    @Override
    public String kind() {
        return "payment";
    }

    @Override
    public String permission() {
        return "billing.payments:read";
    }

    @Override
    public Set<String> references() {
        return Set.of();
    }

    @Override
    public Map<String, String> statements() {
        return Map.of(
                "invoice", STATEMENT.formatted("p.invoice_id"),
                "contract", STATEMENT.formatted("i.contract_id"),
                "customer", STATEMENT.formatted("i.customer_id"));
    }
}
