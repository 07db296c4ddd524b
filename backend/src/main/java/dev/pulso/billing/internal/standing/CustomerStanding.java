package dev.pulso.billing.internal.standing;

import dev.pulso.billing.InvoicePaid;
import dev.pulso.customers.BillingStatus;
import dev.pulso.customers.Customers;
import dev.pulso.store.outbox.DomainEvent;
import dev.pulso.store.outbox.EventHandler;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Puts a customer back in good standing when the last overdue invoice is paid. Reads the state of today instead of
 * trusting the event, so repeats and any order of events end the same.
 */
@ApplicationScoped
class CustomerStanding implements EventHandler {
    private static final String OVERDUE = """
            select exists (
                select from invoices where customer_id = $1 and status = 'issued' and due_on < $2
            )""";

    private final Tenancy tenancy;
    private final TenantDay days;
    private final Customers customers;

    CustomerStanding(Tenancy tenancy, TenantDay days, Customers customers) {
        this.tenancy = tenancy;
        this.days = days;
        this.customers = customers;
    }

    @Override
    public String name() {
        return "billing.customer-standing";
    }

    @Override
    public Set<String> types() {
        return Set.of(InvoicePaid.TYPE);
    }

    @Override
    public Uni<Void> handle(Caller caller, DomainEvent event) {
        UUID customerId = UUID.fromString(event.payload().getString("customer_id"));
        return days.today(caller)
                .chain(today -> owesOverdue(caller, customerId, today))
                .chain(owes -> owes
                        ? Uni.createFrom().voidItem()
                        : customers
                                .setBillingStatus(caller, customerId, BillingStatus.current)
                                .replaceWithVoid());
    }

    private Uni<Boolean> owesOverdue(Caller caller, UUID customerId, LocalDate today) {
        return tenancy.query(caller, OVERDUE, Tuple.of(customerId, today))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
