package dev.pulso.crm.internal.notification;

import dev.pulso.crm.ActivityMentioned;
import dev.pulso.store.notification.NewNotification;
import dev.pulso.store.notification.NotificationMail;
import dev.pulso.store.notification.NotificationSource;
import dev.pulso.store.outbox.DomainEvent;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who is mentioned in an activity. */
@ApplicationScoped
class Mentions implements NotificationSource {
    private final AboutActivity about;

    Mentions(AboutActivity about) {
        this.about = about;
    }

    @Override
    public String kind() {
        return "mentioned";
    }

    @Override
    public Set<String> types() {
        return Set.of(ActivityMentioned.TYPE);
    }

    @Override
    public NotificationMail mail() {
        return NotificationMail.AT_ONCE;
    }

    @Override
    public Map<String, String> sentences() {
        return Map.of(
                "pt-BR", "{actor} mencionou você em {record}",
                "en", "{actor} mentioned you in {record}");
    }

    @Override
    public Uni<List<NewNotification>> of(Caller system, DomainEvent event) {
        UUID person = UUID.fromString(event.payload().getString("user_id"));
        return about.of(system, event.aggregateId())
                .map(other -> List.of(NewNotification.to(person, "activities", event.aggregateId())
                        .about(other.orElse(null))));
    }
}
