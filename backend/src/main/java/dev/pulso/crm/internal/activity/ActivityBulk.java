package dev.pulso.crm.internal.activity;

import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.store.bulk.BulkChange;
import dev.pulso.store.bulk.BulkOrder;
import dev.pulso.store.bulk.BulkSource;
import dev.pulso.store.bulk.FieldEdits;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** What can be done with many activities at once. */
@ApplicationScoped
class ActivityBulk implements BulkSource {
    private static final String COMPLETE = "complete";
    private static final String DELETE = "delete";
    private static final String OWNER = "ownerId";

    private final FieldEdits<ActivityChanges> edits = new FieldEdits<>(ActivityChanges.class);
    private final ActivityService activities;

    ActivityBulk(ActivityService activities) {
        this.activities = activities;
    }

    @Override
    public String kind() {
        return "activities";
    }

    @Override
    public String permission() {
        return "crm.activities:write";
    }

    @Override
    public Map<String, Boolean> actions() {
        return Map.of("assign", true, COMPLETE, true, DELETE, false);
    }

    @Override
    public Uni<BulkChange> apply(Caller caller, UUID id, ExpectedVersion expected, BulkOrder order) {
        if (order.action().equals(DELETE)) {
            return activities.delete(caller, id, expected).replaceWith(BulkChange.forGood());
        }
        return activities.get(caller, id).chain(detail -> {
            ActivityData activity = detail.activity();
            expected.check(activity.version());
            ExpectedVersion read = ExpectedVersion.of(activity.version());
            if (order.action().equals(COMPLETE)) {
                return activity.completedAt() != null
                        ? Uni.createFrom().item(BulkChange.NONE)
                        : activities
                                .complete(caller, id, read, new Completion(order.text("outcome"), null, null, null))
                                .map(done -> BulkChange.of(
                                        new JsonObject().put("status", "open"),
                                        done.activity().activity().version()));
            }
            return edits.change(
                    activity.version(),
                    expected,
                    OWNER,
                    activity.ownerId(),
                    order.id("owner_id"),
                    (version, changes) -> activities
                            .edit(caller, id, version, changes)
                            .map(edited -> edited.activity().version()));
        });
    }

    @Override
    public Uni<Void> takeBack(Caller caller, UUID id, ExpectedVersion expected, BulkOrder order, JsonObject before) {
        return (order.action().equals(COMPLETE)
                        ? activities.reopen(caller, id, expected)
                        : activities.edit(caller, id, expected, edits.back(before)))
                .replaceWithVoid();
    }
}
