package dev.pulso.crm.internal.forecast;

import static dev.pulso.crm.internal.forecast.ForecastMapper.FORECASTS;

import dev.pulso.api.GoalsApi;
import dev.pulso.api.model.GoalCreate;
import dev.pulso.api.model.GoalPage;
import dev.pulso.api.model.GoalPatch;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.PatchBody;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** Goals over HTTP: translates, nothing else. */
@AtMostOnce
class GoalResource implements GoalsApi {
    private final GoalService goals;
    private final CallerContext context;
    private final PatchBody patch;

    GoalResource(GoalService goals, CallerContext context, PatchBody patch) {
        this.goals = goals;
        this.context = context;
        this.patch = patch;
    }

    @Override
    public Uni<GoalPage> listGoals(UUID ownerId, String sort, Integer limit, String cursor, Instant updatedSince) {
        return goals.list(context.caller(), ownerId, context.page(limit, sort, cursor, updatedSince))
                .map(FORECASTS::toApi);
    }

    @Override
    public Uni<dev.pulso.api.model.Goal> createGoal(GoalCreate body) {
        return goals.create(
                        context.caller(), body.getOwnerId(), body.getMonth(), body.getAmountCents(), body.getCurrency())
                .map(FORECASTS::toApi);
    }

    @Override
    public Uni<dev.pulso.api.model.Goal> getGoal(UUID id) {
        return goals.get(context.caller(), id).map(FORECASTS::toApi);
    }

    @Override
    public Uni<dev.pulso.api.model.Goal> updateGoal(UUID id, GoalPatch body) {
        return goals.edit(context.caller(), id, context.requiredVersion(), patch.into(GoalChanges.class, body))
                .map(FORECASTS::toApi);
    }

    @Override
    public Uni<Void> deleteGoal(UUID id) {
        return goals.delete(context.caller(), id, context.expectedVersion());
    }
}
