package dev.pulso.crm.internal.notification;

import dev.pulso.billing.InvoiceOverdue;
import dev.pulso.store.notification.NewNotification;
import dev.pulso.store.notification.NotificationSource;
import dev.pulso.store.outbox.DomainEvent;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whose deal the overdue invoice came from. */
@ApplicationScoped
class OverdueInvoices implements NotificationSource {
    private final DealOwners owners;

    OverdueInvoices(DealOwners owners) {
        this.owners = owners;
    }

    @Override
    public String kind() {
        return "invoice_overdue";
    }

    @Override
    public Set<String> types() {
        return Set.of(InvoiceOverdue.TYPE);
    }

    @Override
    public Map<String, String> sentences() {
        return Map.of(
                "pt-BR", "A fatura {record} de um negócio seu venceu",
                "en", "Invoice {record} of a deal of yours is overdue");
    }

    @Override
    public Uni<List<NewNotification>> of(Caller system, DomainEvent event) {
        return owners.of(system, event.payload().getString("contract_id"))
                .map(owner -> owner.stream()
                        .map(person -> NewNotification.to(person, "invoices", event.aggregateId())
                                .with("amount_cents", event.payload().getLong("open_cents"))
                                .with("currency", event.payload().getString("currency"))
                                .with("due_on", event.payload().getString("due_on")))
                        .toList());
    }
}
