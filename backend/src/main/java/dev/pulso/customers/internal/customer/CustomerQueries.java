package dev.pulso.customers.internal.customer;

import dev.pulso.customers.BillingStatus;
import dev.pulso.customers.CustomerData;
import dev.pulso.customers.CustomerKind;
import dev.pulso.store.data.External;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists of customers, in one statement each. */
@ApplicationScoped
class CustomerQueries {
    private static final String COLUMNS = """
            c.id, c.name, c.kind, c.tax_id, c.email, c.phone, c.billing_status, c.company_id,
            case when reach_is_limited('deals') then null else c.crm_deal_id end as crm_deal_id,
            c.account_manager_id, c.created_at, c.updated_at, c.version,\
            """ + External.columns("c");

    private static final String BY_IDS = "select " + COLUMNS + " from customers c where c.id = any($1)";

    private final Tenancy tenancy;

    CustomerQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    record Filter(External.Key key, @Nullable String query) {}

    Uni<Page<CustomerData>> list(Caller caller, Filter filter, PageRequest page) {
        return filter.key()
                .in(KeysetQuery.select(COLUMNS, "customers c", "c.id"), "c")
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
                .page(tenancy, caller, page, "-created_at", CustomerQueries::data);
    }

    Uni<List<CustomerData>> byIds(Caller caller, Collection<UUID> ids) {
        return tenancy.query(caller, BY_IDS, Tuple.of(ids.toArray(UUID[]::new))).map(rows -> {
            List<CustomerData> found = new ArrayList<>();
            rows.forEach(row -> found.add(data(row)));
            return found;
        });
    }

    private static CustomerData data(Row row) {
        return new CustomerData(
                row.getUUID("id"),
                row.getString("name"),
                CustomerKind.valueOf(row.getString("kind")),
                row.getString("tax_id"),
                row.getString("email"),
                row.getString("phone"),
                BillingStatus.valueOf(row.getString("billing_status")),
                row.getUUID("company_id"),
                row.getUUID("crm_deal_id"),
                row.getUUID("account_manager_id"),
                External.of(row),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getInteger("version"));
    }
}
