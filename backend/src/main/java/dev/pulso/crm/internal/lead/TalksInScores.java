package dev.pulso.crm.internal.lead;

import dev.pulso.crm.ActivityCompleted;
import dev.pulso.crm.ActivityCreated;
import dev.pulso.store.outbox.DomainEvent;
import dev.pulso.store.outbox.EventReaction;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A call or a meeting that was held is a conversation. Counts what there is now, so that repeats change nothing. */
@ApplicationScoped
class TalksInScores implements EventReaction {
    private final LeadScorer scorer;

    TalksInScores(LeadScorer scorer) {
        this.scorer = scorer;
    }

    @Override
    public String name() {
        return "crm.talks-in-scores";
    }

    @Override
    public Set<String> types() {
        // One that is written down afterwards is made completed.
        return Set.of(ActivityCompleted.TYPE, ActivityCreated.TYPE);
    }

    @Override
    public Uni<Void> react(Caller caller, DomainEvent event) {
        String lead = event.payload().getString("lead_id");
        return lead == null
                ? Uni.createFrom().voidItem()
                : scorer.scoreAgain(caller, List.of(UUID.fromString(lead))).replaceWithVoid();
    }
}
