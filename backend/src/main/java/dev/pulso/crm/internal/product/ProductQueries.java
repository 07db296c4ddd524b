package dev.pulso.crm.internal.product;

import dev.pulso.store.data.External;
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

/** The price list, in one statement each. */
@ApplicationScoped
class ProductQueries {
    private static final Rows<ProductData> ROWS = Rows.of(ProductData.class, "p");

    private final Tenancy tenancy;

    ProductQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    record Filter(
            @Nullable Boolean active,
            External.Key key,
            @Nullable String query) {}

    Uni<Page<ProductData>> list(Caller caller, Filter filter, PageRequest page) {
        return filter.key()
                .in(KeysetQuery.select(ROWS, "products p"), "p")
                .where("p.active = ?", filter.active())
                .search("p.search", filter.query())
                .sortable("name", "p.name", "text")
                .sortable("created_at", "p.created_at", "timestamptz")
                .range("created_at", "p.created_at", "timestamptz")
                .range("updated_at", "p.updated_at", "timestamptz")
                .anyOf("charge", "p.charge", Stream.of(Charge.values()).map(Charge::name))
                .changing("p.updated_at")
                .page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    /** The product, or null. */
    Uni<@Nullable ProductData> find(Caller caller, UUID id) {
        return tenancy.query(caller, "select " + ROWS.columns() + " from products p where p.id = $1", Tuple.of(id))
                .map(ROWS::one);
    }
}
