package dev.pulso.portfolio.internal.contract;

import dev.pulso.store.timeline.MadeTimeline;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The contracts of a customer, and those that came of a deal. */
@ApplicationScoped
class ContractTimeline extends MadeTimeline {
    ContractTimeline() {
        super(
                "contract",
                "portfolio.contracts:read",
                "contracts",
                "title",
                "amount_cents",
                Map.of("customers", "customer_id", "deals", "deal_id"));
    }
}
