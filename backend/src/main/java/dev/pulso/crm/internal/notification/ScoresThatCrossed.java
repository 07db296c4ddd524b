package dev.pulso.crm.internal.notification;

import dev.pulso.crm.LeadScoreCrossed;
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

/** The owner of a lead that has become worth a call. */
@ApplicationScoped
class ScoresThatCrossed implements NotificationSource {
    @Override
    public String kind() {
        return "lead_score_crossed";
    }

    @Override
    public Set<String> types() {
        return Set.of(LeadScoreCrossed.TYPE);
    }

    @Override
    public Map<String, String> sentences() {
        return Map.of(
                "pt-BR", "{record} chegou a {score} pontos",
                "en", "{record} has reached {score} points");
    }

    @Override
    public Uni<List<NewNotification>> of(Caller system, DomainEvent event) {
        String owner = event.payload().getString("owner_id");
        // That one has cooled down is nothing to run for.
        return Uni.createFrom()
                .item(
                        owner == null || !"up".equals(event.payload().getString("direction"))
                                ? List.of()
                                : List.of(NewNotification.to(UUID.fromString(owner), "leads", event.aggregateId())
                                        .with("score", event.payload().getInteger("score"))
                                        .with("threshold", event.payload().getInteger("threshold"))));
    }
}
