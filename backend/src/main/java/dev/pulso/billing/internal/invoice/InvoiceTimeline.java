package dev.pulso.billing.internal.invoice;

import dev.pulso.store.timeline.MadeTimeline;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The invoices of a customer or a contract. */
@ApplicationScoped
class InvoiceTimeline extends MadeTimeline {
    InvoiceTimeline() {
        super(
                "invoice",
                "billing.invoices:read",
                "invoices",
                "number",
                "total_cents",
                Map.of("customers", "customer_id", "contracts", "contract_id"));
    }
}
