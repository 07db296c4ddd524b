package dev.pulso.crm.internal.product;

import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.portfolio.Contracts;
import dev.pulso.store.data.ExternalKeys;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.UniqueValues;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantCurrency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The use cases of the price list. */
@ApplicationScoped
public class ProductService {
    private static final String TABLE = "products";

    private final Tenancy tenancy;
    private final ProductRepository products;
    private final ProductQueries queries;
    private final TenantCurrency currencies;
    private final Contracts contracts;
    private final ExternalKeys keys;
    private final UniqueValues unique;

    ProductService(
            Tenancy tenancy,
            ProductRepository products,
            ProductQueries queries,
            TenantCurrency currencies,
            Contracts contracts,
            ExternalKeys keys,
            UniqueValues unique) {
        this.tenancy = tenancy;
        this.products = products;
        this.queries = queries;
        this.currencies = currencies;
        this.contracts = contracts;
        this.keys = keys;
        this.unique = unique;
    }

    Uni<Page<ProductData>> list(Caller caller, ProductQueries.Filter filter, PageRequest page) {
        return queries.list(caller, filter, page);
    }

    /** The product, or 404. */
    Uni<ProductData> get(Caller caller, UUID id) {
        return queries.find(caller, id).onItem().ifNull().failWith(Problem::notFound);
    }

    /** What a line is made of: the product that a body names, or null when it names none; 400 when it is not sold. */
    public Uni<@Nullable ProductData> sold(Caller caller, @Nullable UUID id) {
        if (id == null) {
            return Uni.createFrom().nullItem();
        }
        caller.require("crm.products:read");
        return queries.find(caller, id)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.unknownReference("product_id"))
                .invoke(product -> {
                    if (!product.active()) {
                        throw Problem.invalid("product_id", "is not sold any more", "inactive");
                    }
                });
    }

    Uni<ProductData> create(Caller caller, NewProduct body) {
        return tenancy.write(
                caller,
                session -> keys.requireFree(caller, TABLE, body.external())
                        .chain(() -> unique.requireFree(caller, TABLE, "code", Product.code(body.code()), null))
                        .chain(() -> contracts.requireServiceType(caller, body.serviceType(), "service_type"))
                        .chain(() -> currencies.orOwn(caller, body.currency()))
                        .chain(currency -> products.persistAndFlush(new Product(caller, body.in(currency))))
                        .chain(made -> get(caller, made.id())));
    }

    Uni<ProductData> edit(Caller caller, UUID id, ExpectedVersion expected, ProductChanges changes) {
        return tenancy.write(
                caller,
                session -> products.forChange(id)
                        .invoke(product -> product.requireVersion(expected))
                        .call(product -> keys.requireFree(caller, TABLE, product, changes.external()))
                        .call(() -> unique.requireFree(
                                caller,
                                TABLE,
                                "code",
                                Product.code(changes.code().value()),
                                id))
                        .call(() -> contracts.requireServiceType(
                                caller, changes.serviceType().value(), "service_type"))
                        .invoke(product -> product.edit(changes))
                        .call(() -> session.flush())
                        .chain(() -> get(caller, id)));
    }

    /** Makes the record of that external key, or changes it. */
    Uni<ExternalKeys.Put<ProductData>> put(
            Caller caller, String externalId, ExpectedVersion expected, NewProduct body, ProductChanges changes) {
        return keys.put(
                caller,
                TABLE,
                body.external().source(),
                externalId,
                expected,
                () -> create(caller, body),
                id -> edit(caller, id, expected, changes));
    }
}
