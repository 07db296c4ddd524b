package dev.pulso.crm.internal.notification;

import dev.pulso.crm.ActivityAssigned;
import dev.pulso.crm.DealAssigned;
import dev.pulso.crm.LeadAssigned;
import dev.pulso.store.notification.NewNotification;
import dev.pulso.store.notification.NotificationSource;
import dev.pulso.store.outbox.DomainEvent;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Who was given a record by somebody else. */
@ApplicationScoped
class Assigned implements NotificationSource {
    private static final Map<String, String> KINDS =
            Map.of(LeadAssigned.TYPE, "leads", DealAssigned.TYPE, "deals", ActivityAssigned.TYPE, "activities");

    private final AboutActivity about;

    Assigned(AboutActivity about) {
        this.about = about;
    }

    @Override
    public String kind() {
        return "assigned";
    }

    @Override
    public Set<String> types() {
        return KINDS.keySet();
    }

    @Override
    public Map<String, String> sentences() {
        return Map.of(
                "pt-BR", "{actor} passou {record} para você",
                "en", "{actor} gave you {record}");
    }

    @Override
    public Uni<List<NewNotification>> of(Caller system, DomainEvent event) {
        UUID owner = UUID.fromString(event.payload().getString("owner_id"));
        String kind = Objects.requireNonNull(KINDS.get(event.type()));
        NewNotification one = NewNotification.to(owner, kind, event.aggregateId());
        return event.type().equals(ActivityAssigned.TYPE)
                ? about.of(system, event.aggregateId()).map(other -> List.of(one.about(other.orElse(null))))
                : Uni.createFrom().item(List.of(one));
    }
}
