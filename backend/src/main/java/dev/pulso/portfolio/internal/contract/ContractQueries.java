package dev.pulso.portfolio.internal.contract;

import dev.pulso.kernel.BillingCycle;
import dev.pulso.kernel.Money;
import dev.pulso.portfolio.BillableContract;
import dev.pulso.portfolio.ContractData;
import dev.pulso.portfolio.ContractDetail;
import dev.pulso.portfolio.ContractMapper;
import dev.pulso.portfolio.ContractStatus;
import dev.pulso.store.data.External;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.Rows;
import dev.pulso.store.question.Asked;
import dev.pulso.store.question.ListSource;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contracts, in one statement each. */
@ApplicationScoped
class ContractQueries implements ListSource<ContractData> {
    /** Of whom the reach is limited does not learn of deals that may not be theirs. */
    private static final String DEAL = "case when reach_is_limited('deals') then null else c.deal_id end";

    private static final Rows<ContractData> ROWS =
            Rows.of(ContractData.class, "c").from("dealId", DEAL);
    private static final Rows<ContractDetail> DETAIL =
            Rows.of(ContractDetail.class, "c").from("dealId", DEAL);
    private static final String BY_IDS = "select " + DETAIL.columns() + " from contracts c"
            + " join unnest($1::uuid[]) with ordinality as wanted(id, place) on wanted.id = c.id order by wanted.place";
    private static final String BILLABLE = """
        select c.id, c.customer_id, c.service_type, c.title, c.billing_cycle, c.amount_cents, c.currency, c.start_on,
               c.end_on, c.billing_day
        from contracts c
        where c.paying and c.start_on <= $1 and (c.end_on is null or c.end_on >= $1)
              and c.id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000')
        order by c.id limit $3\
        """;
    /** What the portfolio's summary counts on a day: the same rule as its statement, for the rows behind its figures. */
    private static final String COUNTING_ON = """
        c.start_on <= ? and (c.end_on is null or c.end_on >= ?)
        and case when c.terms_since > ? then
            (select h.paying and h.currency = (select t.currency from tenants t)
             from contract_changes h where h.contract_id = c.id and h.effective_on <= ?
             order by h.effective_on desc, h.id desc limit 1)
        else c.paying and c.currency = (select t.currency from tenants t) end\
        """;

    private final Tenancy tenancy;

    ContractQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @RegisterForReflection
    record Filter(
            @Nullable UUID customerId,
            @Nullable String serviceType,
            @Nullable UUID dealId,
            @Nullable LocalDate countingOn,
            @Nullable LocalDate endingFrom,
            @Nullable LocalDate endingTo,
            @Nullable LocalDate reviewTo,
            External.Key key,
            @Nullable String query) {}

    @Override
    public String kind() {
        return "contracts";
    }

    @Override
    public KeysetQuery select(Asked asked) {
        return list(asked.as(Filter.class));
    }

    @Override
    public ContractData read(Row row) {
        return ROWS.read(row);
    }

    @Override
    public Map<String, Object> workedOut(ContractData contract) {
        return Map.of(
                "mrr_cents", ContractMapper.CONTRACTS.mrrCents(contract),
                "margin_cents", ContractMapper.CONTRACTS.marginCents(contract));
    }

    Uni<Page<ContractData>> list(Caller caller, Filter filter, PageRequest page) {
        return list(filter).page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    private static KeysetQuery list(Filter filter) {
        return filter.key()
                .in(KeysetQuery.select(ROWS, "contracts c"), "c")
                .where("c.customer_id = ?", filter.customerId())
                .where("c.service_type = ?", filter.serviceType())
                .where("c.deal_id = ?", filter.dealId())
                .where(COUNTING_ON, filter.countingOn())
                .where("c.status in ('active', 'trial') and c.end_on >= ?", filter.endingFrom())
                .where("c.status in ('active', 'trial') and c.end_on <= ?", filter.endingTo())
                .where("c.status <> 'cancelled' and c.next_review_on <= ?", filter.reviewTo())
                .search(ContractQueries::mentions, filter.query())
                .sortable("title", "c.title", "text")
                .sortable("created_at", "c.created_at", "timestamptz")
                .sortable("amount_cents", "c.amount_cents", "bigint")
                .sortable("cost_cents", "c.cost_cents", "bigint")
                .sortable("margin_cents", "(c.amount_cents - c.cost_cents)", "bigint")
                .sortable("start_on", "c.start_on", "date")
                .range("created_at", "c.created_at", "timestamptz")
                .range("updated_at", "c.updated_at", "timestamptz")
                .range("cost_cents", "c.cost_cents", "bigint")
                .range("amount_cents", "c.amount_cents", "bigint")
                .range("start_on", "c.start_on", "date")
                .range("end_on", "c.end_on", "date")
                .range("next_review_on", "c.next_review_on", "date")
                .anyOf("status", "c.status", Stream.of(ContractStatus.values()).map(ContractStatus::name))
                .anyOf(
                        "billing_cycle",
                        "c.billing_cycle",
                        Stream.of(BillingCycle.values()).map(BillingCycle::code))
                .changing("c.updated_at");
    }

    /** That a contract mentions a word, in what it says itself or in the name of its customer. */
    private static String mentions(String word) {
        String normalised = "(select normalize_search(" + word + "))";
        return "(strpos(c.search, " + normalised
                + ") > 0 or c.customer_id in (select named.id from customer_names named"
                + " where strpos(named.search, " + normalised + ") > 0))";
    }

    /** The contracts that exist, in the order of their ids. */
    Uni<List<ContractDetail>> find(Caller caller, List<UUID> ids) {
        return tenancy.query(caller, BY_IDS, Tuple.of(ids.toArray(UUID[]::new))).map(DETAIL::all);
    }

    Uni<List<BillableContract>> billable(Caller caller, LocalDate on, @Nullable UUID afterId, int limit) {
        return tenancy.query(caller, BILLABLE, Tuple.of(on, afterId, limit)).map(rows -> {
            List<BillableContract> found = new ArrayList<>();
            rows.forEach(row -> found.add(billable(row)));
            return found;
        });
    }

    private static BillableContract billable(Row row) {
        return new BillableContract(
                row.getUUID("id"),
                row.getUUID("customer_id"),
                row.getString("service_type"),
                row.getString("title"),
                BillingCycle.of(row.getString("billing_cycle")),
                Money.of(row.getLong("amount_cents"), row.getString("currency")),
                row.getLocalDate("start_on"),
                row.getLocalDate("end_on"),
                row.getInteger("billing_day"));
    }
}
