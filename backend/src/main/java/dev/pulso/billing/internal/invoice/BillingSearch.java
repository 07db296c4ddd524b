package dev.pulso.billing.internal.invoice;

import dev.pulso.store.search.SearchKind;
import dev.pulso.store.search.SearchSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Invoices and the money that came for them, by their words (db/billing/210-search.sql). */
@ApplicationScoped
class BillingSearch implements SearchSource {
    @Override
    public List<SearchKind> kinds() {
        return List.of(
                SearchKind.of("invoice", "invoices", "billing.invoices:read", "number", "r.number::text")
                        .status(
                                "case when r.status = 'issued' and r.overdue_since is not null then 'overdue' else r.status end")
                        .amount("r.total_cents", "r.currency::text")
                        .field("customer_name")
                        .field("customer_tax_id")
                        .field("txid", "invoice_txid(r.id, r.number)"),
                SearchKind.of("payment", "payments", "billing.payments:read", "reference")
                        .amount(
                                "r.amount_cents",
                                "(select i.currency::text from invoices i where i.tenant_id = r.tenant_id and i.id = r.invoice_id)")
                        .in("r.invoice_id"));
    }
}
