package dev.pulso.customers.internal.customer;

import dev.pulso.customers.BillingStatus;
import dev.pulso.customers.CustomerData;
import dev.pulso.customers.CustomerDetail;
import dev.pulso.customers.CustomerKind;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.External;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.Rows;
import dev.pulso.store.merge.Merges;
import dev.pulso.store.question.Asked;
import dev.pulso.store.question.ListSource;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists of customers, in one statement each. */
@ApplicationScoped
class CustomerQueries implements ListSource<CustomerData> {
    /** Of whom the reach is limited does not learn of deals that may not be theirs. */
    private static final String DEAL = "case when reach_is_limited('deals') then null else c.crm_deal_id end";

    private static final Rows<CustomerData> ROWS =
            Rows.of(CustomerData.class, "c").from("crmDealId", DEAL);
    private static final Rows<CustomerDetail> DETAIL =
            Rows.of(CustomerDetail.class, "c").from("crmDealId", DEAL);

    private final Tenancy tenancy;
    private final Merges merges;

    CustomerQueries(Tenancy tenancy, Merges merges) {
        this.tenancy = tenancy;
        this.merges = merges;
    }

    @RegisterForReflection
    record Filter(External.Key key, @Nullable String query) {}

    @Override
    public String kind() {
        return "customers";
    }

    @Override
    public KeysetQuery select(Asked asked) {
        return list(asked.as(Filter.class));
    }

    @Override
    public CustomerData read(Row row) {
        return ROWS.read(row);
    }

    Uni<Page<CustomerData>> list(Caller caller, Filter filter, PageRequest page) {
        return list(filter).page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    private static KeysetQuery list(Filter filter) {
        return filter.key()
                .in(KeysetQuery.select(ROWS, "customers c"), "c")
                .search("c.search", filter.query())
                .sortable("name", "c.name", "text")
                .sortable("created_at", "c.created_at", "timestamptz")
                .range("created_at", "c.created_at", "timestamptz")
                .range("updated_at", "c.updated_at", "timestamptz")
                .anyOf("kind", "c.kind", Stream.of(CustomerKind.values()).map(CustomerKind::name))
                .anyOf(
                        "billing_status",
                        "c.billing_status",
                        Stream.of(BillingStatus.values()).map(BillingStatus::name))
                .changing("c.updated_at")
                .custom("customers");
    }

    /** The customer, or 404. */
    Uni<CustomerDetail> get(Caller caller, UUID id) {
        return one(caller, "c.id = $1", id)
                .chain(found -> found != null
                        ? Uni.createFrom().item(found)
                        : merges.winnerOf(caller, "customer", id).chain(kept -> {
                            if (kept == null) {
                                throw Problem.notFound();
                            }
                            return get(caller, kept);
                        }));
    }

    /** The first customer that came of a company of the sales side, or null. */
    Uni<@Nullable CustomerDetail> ofCompany(Caller caller, UUID companyId) {
        return one(caller, "c.company_id = $1 order by c.created_at, c.id limit 1", companyId);
    }

    Uni<@Nullable CustomerDetail> ofTaxId(Caller caller, String taxId) {
        return one(caller, "c.tax_id = $1", taxId);
    }

    Uni<@Nullable CustomerDetail> ofKey(Caller caller, String source, String externalId) {
        return one(caller, "c.external_source = $1 and c.external_id = $2", source, externalId);
    }

    Uni<List<CustomerData>> byIds(Caller caller, Collection<UUID> ids) {
        return tenancy.query(
                        caller,
                        "select " + ROWS.columns() + " from customers c where c.id = any($1)",
                        Tuple.of(ids.toArray(UUID[]::new)))
                .map(ROWS::all);
    }

    private Uni<@Nullable CustomerDetail> one(Caller caller, String condition, Object... values) {
        return tenancy.query(
                        caller,
                        "select " + DETAIL.columns() + " from customers c where " + condition,
                        Tuple.from(List.of(values)))
                .map(DETAIL::one);
    }
}
