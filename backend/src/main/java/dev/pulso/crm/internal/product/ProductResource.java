package dev.pulso.crm.internal.product;

import static dev.pulso.crm.internal.product.ProductMapper.PRODUCTS;

import dev.pulso.api.ProductsApi;
import dev.pulso.api.model.Product;
import dev.pulso.api.model.ProductCreate;
import dev.pulso.api.model.ProductPage;
import dev.pulso.api.model.ProductPatch;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.Created;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.store.data.External;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** Products over HTTP: translates, nothing else. */
@AtMostOnce
class ProductResource implements ProductsApi {
    private final ProductService products;
    private final CallerContext context;
    private final PatchBody patch;
    private final Created created;

    ProductResource(ProductService products, CallerContext context, PatchBody patch, Created created) {
        this.products = products;
        this.context = context;
        this.patch = patch;
        this.created = created;
    }

    @Override
    public Uni<ProductPage> listProducts(
            String externalSource,
            String externalId,
            Boolean active,
            String q,
            String sort,
            Integer limit,
            String cursor,
            Instant updatedSince) {
        return products.list(
                        context.caller(),
                        new ProductQueries.Filter(active, new External.Key(externalSource, externalId), q),
                        context.page(limit, sort, cursor, updatedSince))
                .map(PRODUCTS::toApi);
    }

    @Override
    public Uni<Product> createProduct(ProductCreate body) {
        return products.create(context.caller(), PRODUCTS.toNew(body)).map(PRODUCTS::toApi);
    }

    @Override
    public Uni<Product> getProduct(UUID id) {
        return products.get(context.caller(), id).map(PRODUCTS::toApi);
    }

    @Override
    public Uni<Product> updateProduct(UUID id, ProductPatch body) {
        return products.edit(context.caller(), id, context.requiredVersion(), patch.into(ProductChanges.class, body))
                .map(PRODUCTS::toApi);
    }

    @Override
    public Uni<Product> putProduct(String source, String externalId, ProductCreate body) {
        body.externalSource(source).externalId(externalId);
        return products.put(
                        context.caller(),
                        externalId,
                        context.expectedVersion(),
                        PRODUCTS.toNew(body),
                        patch.into(ProductChanges.class, patch.as(ProductPatch.class, body)))
                .map(created::told)
                .map(PRODUCTS::toApi);
    }
}
