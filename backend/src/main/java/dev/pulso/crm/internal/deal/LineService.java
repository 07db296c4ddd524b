package dev.pulso.crm.internal.deal;

import dev.pulso.crm.internal.product.ProductData;
import dev.pulso.crm.internal.product.ProductService;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.portfolio.Contracts;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What a deal sells, line by line. Every change is made under the lock of the deal, which knows what its lines come to: so a deal
 * that is won meanwhile was won with the line as it was, or its line does not change any more.
 */
@ApplicationScoped
class LineService {
    private static final int MOST_LINES = 100;

    private final Tenancy tenancy;
    private final DealRepository deals;
    private final DealQueries dealQueries;
    private final LineRepository lines;
    private final LineQueries queries;
    private final ProductService products;
    private final Contracts contracts;
    private final TenantClock clock;

    LineService(
            Tenancy tenancy,
            DealRepository deals,
            DealQueries dealQueries,
            LineRepository lines,
            LineQueries queries,
            ProductService products,
            Contracts contracts,
            TenantClock clock) {
        this.tenancy = tenancy;
        this.deals = deals;
        this.dealQueries = dealQueries;
        this.lines = lines;
        this.queries = queries;
        this.products = products;
        this.contracts = contracts;
        this.clock = clock;
    }

    /** The lines of a deal, and the deal, which knows what they come to. */
    record Lines(DealData deal, List<LineData> lines) {}

    Uni<Lines> list(Caller caller, UUID dealId) {
        return dealQueries
                .get(caller, dealId)
                .chain(deal -> queries.ofDeal(caller, dealId).map(lines -> new Lines(deal.deal(), lines)));
    }

    Uni<LineData> get(Caller caller, UUID id) {
        return queries.get(caller, id);
    }

    Uni<LineData> create(Caller caller, UUID dealId, NewLine body) {
        return tenancy.write(
                caller,
                session -> deals.forChange(dealId)
                        .invoke(Deal::requireOpen)
                        .call(() -> queries.totals(caller, dealId).invoke(LineService::requireRoom))
                        .chain(deal -> products.sold(caller, body.productId())
                                .invoke(product -> requireCurrency(product, deal))
                                .map(body::of)
                                .call(line -> contracts.requireServiceType(caller, line.serviceType(), "service_type"))
                                .chain(line -> lines.persistAndFlush(new DealLine(caller, deal, line)))
                                .call(line -> follow(caller, session, deal)))
                        .chain(line -> queries.get(caller, line.id())));
    }

    Uni<LineData> edit(Caller caller, UUID id, ExpectedVersion expected, LineChanges changes) {
        return tenancy.write(
                caller,
                session -> dealOf(caller, id)
                        .chain(deal -> lines.forChange(id)
                                .invoke(line -> line.requireVersion(expected))
                                .invoke(line -> deal.requireOpen())
                                .call(() -> contracts.requireServiceType(
                                        caller, changes.serviceType().value(), "service_type"))
                                .invoke(line -> line.edit(changes, deal.currency()))
                                .call(() -> session.flush())
                                .call(line -> follow(caller, session, deal)))
                        .chain(() -> queries.get(caller, id)));
    }

    Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected) {
        return tenancy.write(
                caller,
                session -> dealOf(caller, id)
                        .chain(deal -> lines.forChange(id)
                                .invoke(line -> line.requireVersion(expected))
                                .invoke(line -> deal.requireOpen())
                                .chain(line -> session.remove(line))
                                .chain(() -> session.flush())
                                .chain(() -> follow(caller, session, deal))));
    }

    /** The deal first, then the line: as whoever wins it does, so that neither waits for the other. */
    private Uni<Deal> dealOf(Caller caller, UUID lineId) {
        return queries.get(caller, lineId).chain(line -> deals.forChange(line.dealId()));
    }

    private Uni<Void> follow(Caller caller, Mutiny.Session session, Deal deal) {
        return queries.totals(caller, deal.id())
                .invoke(totals -> deal.linesChanged(totals, clock.now(caller)))
                .chain(() -> session.flush());
    }

    private static void requireRoom(LineTotals totals) {
        if (totals.lines() >= MOST_LINES) {
            throw Problem.invalid("description", "a deal has at most " + MOST_LINES + " lines", "too_many");
        }
    }

    private static void requireCurrency(@Nullable ProductData product, Deal deal) {
        if (product != null && !product.currency().equals(deal.currency())) {
            throw Problem.invalid("product_id", "is sold in another currency than the deal's", "other_currency");
        }
    }
}
