package dev.pulso.crm.internal.deal;

import dev.pulso.kernel.Problem;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.Rows;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Closed sales, in one statement each. */
@ApplicationScoped
class ClosingQueries {
    private static final Rows<ClosingData> ROWS = Rows.of(ClosingData.class, "k");

    private static final String ONE = "select " + ROWS.columns() + " from deal_closings k where k.id = $1";

    /** What was withdrawn has made nothing, and hinders nothing. */
    private static final String LATEST = "select " + ROWS.columns()
            + " from deal_closings k where k.deal_id = $1 and k.status <> 'withdrawn' order by k.id desc limit 1";

    private final Tenancy tenancy;

    ClosingQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    record Filter(@Nullable UUID dealId, @Nullable UUID customerId) {}

    Uni<Page<ClosingData>> list(Caller caller, Filter filter, PageRequest page) {
        return KeysetQuery.select(ROWS, "deal_closings k")
                .where("k.deal_id = ?", filter.dealId())
                .where("k.customer_id = ?", filter.customerId())
                .sortable("created_at", "k.created_at", "timestamptz")
                .range("created_at", "k.created_at", "timestamptz")
                .range("updated_at", "k.updated_at", "timestamptz")
                .range("released_at", "k.released_at", "timestamptz")
                .range("start_on", "k.start_on", "date")
                .range("one_off_cents", "k.one_off_cents", "bigint")
                .range("mrr_cents", "k.mrr_cents", "bigint")
                .range("first_year_cents", "k.first_year_cents", "bigint")
                .anyOf("status", "k.status", Stream.of(ClosingStatus.values()).map(ClosingStatus::name))
                .changing("k.updated_at")
                .page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    /** The closing, or 404. */
    Uni<ClosingData> get(Caller caller, UUID id) {
        return tenancy.query(caller, ONE, Tuple.of(id))
                .map(ROWS::one)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    /** The latest closing of the deal that made something or waits for it, or null. */
    Uni<@Nullable ClosingData> latest(Caller caller, UUID dealId) {
        return tenancy.query(caller, LATEST, Tuple.of(dealId)).map(ROWS::one);
    }
}
