package dev.pulso.customers.internal.customer;

import dev.pulso.customers.NewCustomer;
import dev.pulso.store.data.NewRows;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many customers at once, for imports: one statement to find them, one to create those that are missing. */
@ApplicationScoped
class CustomerBatch {
    // All at once, not row by row: where statistics are older than the tenant's rows, PostgreSQL may take any index
    // that
    // begins with the tenant, which must then be walked once, not a thousand times. The keys of names are computed
    // first, because under row-level security only a plain comparison may use an index.
    static final String FIND = """
        with w as materialized (
            select place, external_id, tax_id, name_key(name) as name_key
            from unnest($1::text[], $2::text[], $3::text[]) with ordinality as u(external_id, tax_id, name, place)
        ), e as materialized (
            select external_id, id from customers
            where external_source = 'default'
              and external_id = any (array(select external_id from w where external_id is not null))
        ), t as materialized (
            select tax_id, id from customers where tax_id = any (array(select tax_id from w where tax_id is not null))
        ), n as materialized (
            select name_key, (array_agg(id order by created_at, id))[1] as id from customers
            where name_key = any (array(select name_key from w where external_id is null and tax_id is null))
            group by name_key
        )
        select w.name_key, coalesce(e.id, t.id, n.id) as id
        from w
        left join e on e.external_id = w.external_id
        left join t on t.tax_id = w.tax_id
        left join n on w.external_id is null and w.tax_id is null and n.name_key = w.name_key
        order by w.place\
        """;
    private static final NewRows<Customer> NEW = NewRows.of(Customer.class);

    private final Tenancy tenancy;

    CustomerBatch(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** What is known of a customer; two rows with the same identity mean the same one. */
    private record Identity(
            @Nullable String externalId,
            @Nullable String taxId,
            @Nullable String nameKey) {}

    Uni<List<UUID>> findOrCreate(Caller caller, List<NewCustomer> wanted) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        // As each would be stored if it were new, so that it is found by what is stored.
        List<Customer> drafts =
                wanted.stream().map(one -> new Customer(caller, one)).toList();
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery(FIND)
                        .execute(Tuple.tuple()
                                .addArrayOfString(
                                        texts(drafts, one -> one.external().id()))
                                .addArrayOfString(texts(drafts, Customer::taxId))
                                .addArrayOfString(texts(drafts, Customer::name)))
                        .chain(rows -> {
                            List<UUID> ids = new ArrayList<>();
                            Map<Identity, Customer> news = new LinkedHashMap<>();
                            for (Row row : rows) {
                                Customer draft = drafts.get(ids.size());
                                UUID found = row.getUUID("id");
                                Identity identity = identity(draft, row.getString("name_key"));
                                ids.add(
                                        found != null
                                                ? found
                                                : news.computeIfAbsent(identity, missing -> draft)
                                                        .id());
                            }
                            return NEW.insert(connection, List.copyOf(news.values()))
                                    .replaceWith(ids);
                        }));
    }

    private static Identity identity(Customer one, String nameKey) {
        if (one.external().id() != null) {
            return new Identity(one.external().id(), null, null);
        }
        return one.taxId() != null ? new Identity(null, one.taxId(), null) : new Identity(null, null, nameKey);
    }

    private static String[] texts(List<Customer> customers, Function<Customer, @Nullable String> text) {
        return customers.stream().map(text).toArray(String[]::new);
    }
}
