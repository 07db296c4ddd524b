package dev.pulso.lists.internal.bulk;

import dev.pulso.lists.BulkJobFinished;
import dev.pulso.store.notification.NewNotification;
import dev.pulso.store.notification.NotificationSource;
import dev.pulso.store.outbox.DomainEvent;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who has ordered a job is told that it is done. */
@ApplicationScoped
class BulkJobsThatEnded implements NotificationSource {
    @Override
    public String kind() {
        return "bulk_job_finished";
    }

    @Override
    public Set<String> types() {
        return Set.of(BulkJobFinished.TYPE);
    }

    @Override
    public boolean tellsWhoDidIt() {
        return true;
    }

    @Override
    public Map<String, String> sentences() {
        return Map.of(
                "pt-BR", "A ação em massa terminou: {record_count} feitos, {refused_count} recusados",
                "en", "What you ordered for many records is done: {record_count} done, {refused_count} refused");
    }

    @Override
    public Uni<List<NewNotification>> of(Caller system, DomainEvent event) {
        UUID person = UUID.fromString(event.payload().getString("ordered_by_id"));
        return Uni.createFrom()
                .item(List.of(NewNotification.to(person, "bulk_jobs", event.aggregateId())
                        .with("list_kind", event.payload().getString("kind"))
                        .with("record_count", event.payload().getLong("done_count"))
                        .with("refused_count", event.payload().getLong("refused_count"))
                        .with("status", event.payload().getString("status"))));
    }
}
