package dev.pulso.customers.internal.customer;

import dev.pulso.customers.CustomerData;
import dev.pulso.customers.NewCustomer;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
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
    // Row by row through an index, whatever the statistics say of a tenant that is new. The key of a name is computed
    // first, because under row-level security only a plain comparison may use an index.
    private static final String FIND = """
        with w as materialized (
            select place, external_id, tax_id, name_key(name) as name_key
            from unnest($1::text[], $2::text[], $3::text[]) with ordinality as u(external_id, tax_id, name, place)
        )
        select w.name_key, coalesce(e.id, t.id, n.id) as id
        from w
        left join lateral (
            select c.id from customers c where w.external_id is not null and c.external_source = 'default' and c.external_id = w.external_id limit 1
        ) e on true
        left join lateral (
            select c.id from customers c where w.tax_id is not null and c.tax_id = w.tax_id limit 1
        ) t on true
        left join lateral (
            select c.id from customers c
            where w.external_id is null and w.tax_id is null and c.name_key = w.name_key
            order by c.created_at, c.id limit 1
        ) n on true
        order by w.place\
        """;
    private static final String CREATE = """
        insert into customers (tenant_id, id, name, kind, tax_id, email, phone, external_id)
        select $1, n.id, n.name, n.kind, n.tax_id, n.email, n.phone, n.external_id
        from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
            as n(id, name, kind, tax_id, email, phone, external_id)\
        """;

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
        List<CustomerData> drafts =
                wanted.stream().map(one -> new Customer(caller, one).data()).toList();
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery(FIND)
                        .execute(Tuple.tuple()
                                .addArrayOfString(
                                        texts(drafts, one -> one.external().id()))
                                .addArrayOfString(texts(drafts, CustomerData::taxId))
                                .addArrayOfString(texts(drafts, CustomerData::name)))
                        .chain(rows -> {
                            List<UUID> ids = new ArrayList<>();
                            Map<Identity, CustomerData> news = new LinkedHashMap<>();
                            for (Row row : rows) {
                                CustomerData draft = drafts.get(ids.size());
                                UUID found = row.getUUID("id");
                                Identity identity = identity(draft, row.getString("name_key"));
                                ids.add(
                                        found != null
                                                ? found
                                                : news.computeIfAbsent(identity, missing -> draft)
                                                        .id());
                            }
                            return create(connection, caller, List.copyOf(news.values()))
                                    .replaceWith(ids);
                        }));
    }

    private static Uni<Void> create(SqlConnection connection, Caller caller, List<CustomerData> news) {
        if (news.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(CREATE)
                .execute(Tuple.tuple()
                        .addUUID(caller.tenantId())
                        .addArrayOfUUID(news.stream().map(CustomerData::id).toArray(UUID[]::new))
                        .addArrayOfString(texts(news, CustomerData::name))
                        .addArrayOfString(texts(news, each -> each.kind().name()))
                        .addArrayOfString(texts(news, CustomerData::taxId))
                        .addArrayOfString(texts(news, CustomerData::email))
                        .addArrayOfString(texts(news, CustomerData::phone))
                        .addArrayOfString(texts(news, one -> one.external().id())))
                .replaceWithVoid();
    }

    private static Identity identity(CustomerData one, String nameKey) {
        if (one.external().id() != null) {
            return new Identity(one.external().id(), null, null);
        }
        return one.taxId() != null ? new Identity(null, one.taxId(), null) : new Identity(null, null, nameKey);
    }

    private static String[] texts(List<CustomerData> customers, Function<CustomerData, @Nullable String> text) {
        return customers.stream().map(text).toArray(String[]::new);
    }
}
