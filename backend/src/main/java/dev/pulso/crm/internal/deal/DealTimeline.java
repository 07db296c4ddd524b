package dev.pulso.crm.internal.deal;

import dev.pulso.store.timeline.MadeTimeline;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The deals of a company, a person or a customer. */
@ApplicationScoped
class DealTimeline extends MadeTimeline {
    DealTimeline() {
        super(
                "deal",
                "crm.deals:read",
                "deals",
                "title",
                "amount_cents",
                Map.of("companies", "company_id", "contacts", "contact_id", "customers", "customer_id"));
    }
}
