package dev.pulso.crm.internal.lead;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.merge.Mergeable;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Two leads that are one. One that has become a deal is kept, and two that have are two. */
@ApplicationScoped
class LeadMerge implements Mergeable {
    private final LeadScorer scorer;

    LeadMerge(LeadScorer scorer) {
        this.scorer = scorer;
    }

    @Override
    public String kind() {
        return "lead";
    }

    @Override
    public String table() {
        return "leads";
    }

    @Override
    public String permission() {
        return "crm.leads:write";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "name",
                "email",
                "phone",
                "company_name",
                "company_size",
                "source",
                "owner_id",
                "bant_budget",
                "bant_authority",
                "bant_need",
                "bant_timeline",
                "bant_given");
    }

    @Override
    public Set<String> contacts() {
        return Set.of("email", "phone");
    }

    @Override
    public void check(JsonObject winner, JsonObject loser) {
        if (loser.getString("stage").equals(LeadStage.CONVERTED.code())) {
            throw Problem.conflict(ProblemType.LEAD_CONVERTED, "The other lead is converted: keep that one.");
        }
    }

    @Override
    public Uni<Void> merged(Caller caller, UUID winner) {
        return scorer.scoreAgain(caller, List.of(winner)).replaceWithVoid();
    }
}
