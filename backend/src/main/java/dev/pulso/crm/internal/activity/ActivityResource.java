package dev.pulso.crm.internal.activity;

import static dev.pulso.crm.internal.activity.ActivityMapper.ACTIVITIES;

import dev.pulso.api.ActivitiesApi;
import dev.pulso.api.model.Activity;
import dev.pulso.api.model.ActivityCompletion;
import dev.pulso.api.model.ActivityCreate;
import dev.pulso.api.model.ActivityPage;
import dev.pulso.api.model.ActivityPatch;
import dev.pulso.api.model.CompletedActivity;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.Created;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.store.data.External;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** Activities over HTTP: translates, nothing else. */
@AtMostOnce
class ActivityResource implements ActivitiesApi {
    private final ActivityService activities;
    private final CallerContext context;
    private final PatchBody patch;
    private final Created created;

    ActivityResource(ActivityService activities, CallerContext context, PatchBody patch, Created created) {
        this.activities = activities;
        this.context = context;
        this.patch = patch;
        this.created = created;
    }

    @Override
    public Uni<ActivityPage> listActivities(
            String externalSource,
            String externalId,
            UUID ownerId,
            UUID leadId,
            UUID dealId,
            UUID companyId,
            UUID contactId,
            UUID customerId,
            UUID contractId,
            String q,
            String sort,
            Integer limit,
            String cursor,
            Instant updatedSince) {
        return activities
                .list(
                        context.caller(),
                        new ActivityQueries.Filter(
                                ownerId,
                                leadId,
                                dealId,
                                companyId,
                                contactId,
                                customerId,
                                contractId,
                                new External.Key(externalSource, externalId),
                                q),
                        context.page(limit, sort, cursor, updatedSince))
                .map(ACTIVITIES::toApi);
    }

    @Override
    public Uni<Activity> createActivity(ActivityCreate body) {
        return activities.create(context.caller(), ACTIVITIES.toNew(body)).map(ACTIVITIES::toApi);
    }

    @Override
    public Uni<Activity> getActivity(UUID id) {
        return activities.get(context.caller(), id).map(ACTIVITIES::toApi);
    }

    @Override
    public Uni<Activity> updateActivity(UUID id, ActivityPatch body) {
        return activities
                .edit(context.caller(), id, context.requiredVersion(), patch.into(ActivityChanges.class, body))
                .map(ACTIVITIES::toApi);
    }

    @Override
    public Uni<Void> deleteActivity(UUID id) {
        return activities.delete(context.caller(), id, context.expectedVersion());
    }

    @Override
    public Uni<CompletedActivity> completeActivity(UUID id, ActivityCompletion body) {
        return activities
                .complete(
                        context.caller(),
                        id,
                        context.expectedVersion(),
                        body == null ? Completion.PLAIN : ACTIVITIES.toCompletion(body))
                .map(ACTIVITIES::toApi);
    }

    @Override
    public Uni<Activity> reopenActivity(UUID id) {
        return activities
                .reopen(context.caller(), id, context.expectedVersion())
                .map(ACTIVITIES::toApi);
    }

    @Override
    public Uni<Activity> putActivity(String source, String externalId, ActivityCreate body) {
        body.externalSource(source).externalId(externalId);
        return activities
                .put(
                        context.caller(),
                        externalId,
                        context.expectedVersion(),
                        ACTIVITIES.toNew(body),
                        patch.into(ActivityChanges.class, patch.as(ActivityPatch.class, body)))
                .map(created::told)
                .map(ACTIVITIES::toApi);
    }
}
