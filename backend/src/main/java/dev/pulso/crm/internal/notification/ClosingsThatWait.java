package dev.pulso.crm.internal.notification;

import dev.pulso.crm.ClosingWaiting;
import dev.pulso.edge.security.AccessGate;
import dev.pulso.store.notification.NewNotification;
import dev.pulso.store.notification.NewNotification.Ref;
import dev.pulso.store.notification.NotificationMail;
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

/** All who may sign the contracts of a sale that waits for it. */
@ApplicationScoped
class ClosingsThatWait implements NotificationSource {
    private final AccessGate gate;

    ClosingsThatWait(AccessGate gate) {
        this.gate = gate;
    }

    @Override
    public String kind() {
        return "closing_waiting";
    }

    @Override
    public Set<String> types() {
        return Set.of(ClosingWaiting.TYPE);
    }

    @Override
    public String permission() {
        return "portfolio.contracts:approve";
    }

    @Override
    public NotificationMail mail() {
        return NotificationMail.AT_ONCE;
    }

    @Override
    public Map<String, String> sentences() {
        return Map.of(
                "pt-BR", "A venda {record} espera pela sua liberação",
                "en", "The sale {record} waits for your release");
    }

    @Override
    public Uni<List<NewNotification>> of(Caller system, DomainEvent event) {
        JsonObject sale = event.payload();
        Ref deal = new Ref("deals", UUID.fromString(sale.getString("deal_id")));
        return gate.holders(system.tenantId(), permission())
                .map(people -> people.stream()
                        .map(person -> new NewNotification(person, deal, null, new JsonObject())
                                .with("amount_cents", sale.getLong("mrr_cents"))
                                .with("currency", sale.getString("currency")))
                        .toList());
    }
}
