package dev.pulso.crm.internal.notification;

import dev.pulso.crm.ActivityReminded;
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

/** Who is to be reminded of an activity. */
@ApplicationScoped
class Reminders implements NotificationSource {
    private final AboutActivity about;

    Reminders(AboutActivity about) {
        this.about = about;
    }

    @Override
    public String kind() {
        return "reminded";
    }

    @Override
    public Set<String> types() {
        return Set.of(ActivityReminded.TYPE);
    }

    /** Whoever has set the time is the one who wants to hear of it. */
    @Override
    public boolean tellsWhoDidIt() {
        return true;
    }

    @Override
    public Map<String, String> sentences() {
        return Map.of(
                "pt-BR", "Lembrete: {record}",
                "en", "Reminder: {record}");
    }

    @Override
    public Uni<List<NewNotification>> of(Caller system, DomainEvent event) {
        UUID owner = UUID.fromString(event.payload().getString("owner_id"));
        return about.of(system, event.aggregateId())
                .map(other -> List.of(NewNotification.to(owner, "activities", event.aggregateId())
                        .about(other.orElse(null))
                        .with("due_at", event.payload().getString("due_at"))));
    }
}
