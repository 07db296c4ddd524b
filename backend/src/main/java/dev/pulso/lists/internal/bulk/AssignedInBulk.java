package dev.pulso.lists.internal.bulk;

import dev.pulso.lists.BulkJobFinished;
import dev.pulso.store.notification.NewNotification;
import dev.pulso.store.notification.NotificationSource;
import dev.pulso.store.outbox.DomainEvent;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who was given many records at once is told once. */
@ApplicationScoped
class AssignedInBulk implements NotificationSource {
    @Override
    public String kind() {
        return "assigned";
    }

    @Override
    public Set<String> types() {
        return Set.of(BulkJobFinished.TYPE);
    }

    @Override
    public Map<String, String> sentences() {
        return Map.of(
                "pt-BR", "{actor} passou {record_count} registros para você",
                "en", "{actor} gave you {record_count} records");
    }

    @Override
    public Uni<List<NewNotification>> of(Caller system, DomainEvent event) {
        String owner = event.payload().getString("owner_id");
        long done = event.payload().getLong("done_count");
        boolean byOwner = event.payload().getString("ordered_by_id").equals(owner);
        return Uni.createFrom()
                .item(
                        owner == null || done == 0 || byOwner
                                ? List.of()
                                : List.of(new NewNotification(UUID.fromString(owner), null, null, new JsonObject())
                                        .with("list_kind", event.payload().getString("kind"))
                                        .with("record_count", done)));
    }
}
