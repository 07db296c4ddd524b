package dev.pulso.crm.internal.lead;

import static dev.pulso.crm.internal.lead.LeadScoreMapper.SCORES;

import dev.pulso.api.LeadScoresApi;
import dev.pulso.api.model.LeadScore;
import dev.pulso.api.model.LeadScoring;
import dev.pulso.api.model.LeadScoringPut;
import dev.pulso.api.model.LeadSignal;
import dev.pulso.api.model.LeadSignalCreate;
import dev.pulso.api.model.ScoreOverride;
import dev.pulso.crm.internal.scoring.ScoringService;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Scores and their rules over HTTP: translates, nothing else. */
@AtMostOnce
class LeadScoreResource implements LeadScoresApi {
    private final LeadScores scores;
    private final ScoringService scoring;
    private final CallerContext context;

    LeadScoreResource(LeadScores scores, ScoringService scoring, CallerContext context) {
        this.scores = scores;
        this.scoring = scoring;
        this.context = context;
    }

    @Override
    public Uni<LeadScore> getLeadScore(UUID id) {
        return scores.get(context.caller(), id).map(SCORES::toApi);
    }

    @Override
    public Uni<LeadScore> overrideLeadScoreLine(UUID id, String rule, ScoreOverride body) {
        return scores.override(
                        context.caller(), id, rule, context.requiredVersion(), body.getPoints(), body.getReason())
                .map(SCORES::toApi);
    }

    @Override
    public Uni<Void> withdrawLeadScoreOverride(UUID id, String rule) {
        return scores.withdraw(context.caller(), id, rule, context.expectedVersion());
    }

    @Override
    public Uni<LeadSignal> addLeadSignal(UUID id, LeadSignalCreate body) {
        return scores.signal(
                        context.caller(),
                        id,
                        context.expectedVersion(),
                        body.getType().value(),
                        body.getOccurredAt(),
                        body.getExternalId())
                .map(SCORES::toApi);
    }

    @Override
    public Uni<LeadScoring> getLeadScoring() {
        return scoring.rules(context.caller()).map(SCORES::toApi);
    }

    @Override
    public Uni<LeadScoring> replaceLeadScoring(LeadScoringPut body) {
        return scoring.replace(context.caller(), context.requiredVersion(), SCORES.toRules(body))
                .map(SCORES::toApi);
    }
}
