package dev.pulso.crm.internal.deal;

import dev.pulso.crm.ClosingReleased;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Closed sales: what they made, and what waits for somebody who may sign contracts. */
@ApplicationScoped
class ClosingService {
    private final Tenancy tenancy;
    private final DealRepository deals;
    private final LineQueries lines;
    private final ClosingRepository closings;
    private final ClosingQueries queries;
    private final DealCustomers customers;
    private final SaleMaker maker;
    private final Outbox outbox;
    private final TenantClock clock;

    ClosingService(
            Tenancy tenancy,
            DealRepository deals,
            LineQueries lines,
            ClosingRepository closings,
            ClosingQueries queries,
            DealCustomers customers,
            SaleMaker maker,
            Outbox outbox,
            TenantClock clock) {
        this.tenancy = tenancy;
        this.deals = deals;
        this.lines = lines;
        this.closings = closings;
        this.queries = queries;
        this.customers = customers;
        this.maker = maker;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Page<ClosingData>> list(Caller caller, ClosingQueries.Filter filter, PageRequest page) {
        return queries.list(caller, filter, page);
    }

    Uni<ClosingData> get(Caller caller, UUID id) {
        return queries.get(caller, id);
    }

    /** Of two who release it at once the second finds it released, and makes nothing. The deal first, as whoever reopens it. */
    Uni<ClosingData> release(Caller caller, UUID id, ExpectedVersion expected) {
        return tenancy.write(
                caller,
                session -> queries.get(caller, id)
                        .chain(known -> deals.forChange(known.dealId()))
                        .chain(deal -> closings.forChange(id)
                                .invoke(closing -> closing.requireVersion(expected))
                                .invoke(Closing::requireNotWithdrawn)
                                .chain(closing -> closing.waits()
                                        ? release(caller, session, deal, closing)
                                        : Uni.createFrom().voidItem()))
                        .chain(() -> queries.get(caller, id)));
    }

    private Uni<Void> release(Caller caller, Mutiny.Session session, Deal deal, Closing closing) {
        return customers
                .ofSale(caller, deal, closing.customerId())
                .chain(customer -> lines.ofDeal(caller, deal.id())
                        .chain(sold -> maker.make(
                                caller, customer.customer().id(), deal.id(), closing.currency(), sold, closing.sale()))
                        .invoke(made -> {
                            closing.release(caller, customer.customer().id(), made, clock.now(caller));
                            deal.boughtBy(customer.customer().id());
                        }))
                .chain(() -> session.flush())
                .chain(() -> outbox.publish(caller, ClosingReleased.TYPE, closing.id(), closing.released()));
    }
}
