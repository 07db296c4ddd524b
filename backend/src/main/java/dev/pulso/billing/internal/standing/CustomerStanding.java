package dev.pulso.billing.internal.standing;

import dev.pulso.billing.InvoiceCancelled;
import dev.pulso.billing.InvoiceOverdue;
import dev.pulso.billing.InvoicePaid;
import dev.pulso.customers.CustomerMerged;
import dev.pulso.customers.Customers;
import dev.pulso.store.merge.Merges;
import dev.pulso.store.outbox.DomainEvent;
import dev.pulso.store.outbox.EventReaction;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps the standing of customers: delinquent while an invoice is overdue, in good standing again when the last such is
 * paid or cancelled. Reads what is so now instead of trusting the event, with the customer locked, so that repeats, any
 * order of events and two at once end the same.
 */
@ApplicationScoped
class CustomerStanding implements EventReaction {
    private static final String OVERDUE = """
        select exists (
            select from invoices where customer_id = $1 and status = 'issued' and overdue_since is not null
        )\
        """;

    private final Tenancy tenancy;
    private final Customers customers;
    private final Merges merges;

    CustomerStanding(Tenancy tenancy, Customers customers, Merges merges) {
        this.tenancy = tenancy;
        this.customers = customers;
        this.merges = merges;
    }

    @Override
    public String name() {
        return "billing.customer-standing";
    }

    @Override
    public Set<String> types() {
        return Set.of(InvoiceOverdue.TYPE, InvoicePaid.TYPE, InvoiceCancelled.TYPE, CustomerMerged.TYPE);
    }

    @Override
    public Uni<Void> react(Caller caller, DomainEvent event) {
        UUID customerId = UUID.fromString(event.payload().getString("customer_id"));
        // What was told of a customer may come after it was made one with another one.
        return merges.winnerOf(caller, "customer", customerId)
                .map(winner -> Objects.requireNonNullElse(winner, customerId))
                .chain(id -> customers
                        .lock(caller, id)
                        .chain(() -> owesOverdue(caller, id))
                        .chain(owes -> customers.owes(caller, id, owes)));
    }

    private Uni<Boolean> owesOverdue(Caller caller, UUID customerId) {
        return tenancy.query(caller, OVERDUE, Tuple.of(customerId))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
