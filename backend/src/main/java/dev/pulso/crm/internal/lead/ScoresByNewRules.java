package dev.pulso.crm.internal.lead;

import dev.pulso.crm.LeadScoringChanged;
import dev.pulso.store.outbox.DomainEvent;
import dev.pulso.store.outbox.EventDelivery;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Scores all leads by new rules, soon after they were set. Many transactions, not one: what is broken off goes on where it was, for
 * a lead says by which rules it was scored.
 */
@ApplicationScoped
class ScoresByNewRules implements EventDelivery {
    private final LeadScoresJob job;

    ScoresByNewRules(LeadScoresJob job) {
        this.job = job;
    }

    @Override
    public String name() {
        return "crm.scores-by-new-rules";
    }

    @Override
    public Set<String> types() {
        return Set.of(LeadScoringChanged.TYPE);
    }

    @Override
    public Uni<Void> deliver(Caller caller, DomainEvent event, String idempotencyKey) {
        return job.byRules(caller, 0, counts -> Uni.createFrom().voidItem()).replaceWithVoid();
    }
}
