package dev.pulso.crm.internal.product;

import dev.pulso.api.model.Product;
import dev.pulso.api.model.ProductCreate;
import dev.pulso.api.model.ProductPage;
import dev.pulso.edge.web.ApiMapping;
import dev.pulso.kernel.DecimalString;
import dev.pulso.store.data.External;
import dev.pulso.store.data.Page;
import java.math.BigDecimal;
import org.mapstruct.EnumMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Products at the edge of the API. */
@Mapper(config = ApiMapping.class)
public interface ProductMapper {
    /** Made at compile time. */
    ProductMapper PRODUCTS = new ProductMapperImpl();

    @Mapping(target = "externalSource", source = "external.source")
    @Mapping(target = "externalId", source = "external.id")
    @Mapping(target = "metadata", source = "external.metadata")
    Product toApi(ProductData product);

    /** A page of a list. */
    default ProductPage toApi(Page<ProductData> page) {
        return new ProductPage()
                .data(page.data().stream().map(this::toApi).toList())
                .nextCursor(page.nextCursor());
    }

    @Mapping(target = "external", source = "body")
    @Mapping(target = "active", source = "body.active", defaultValue = "true")
    NewProduct toNew(ProductCreate body);

    default External external(ProductCreate body) {
        return External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata());
    }

    default String decimal(BigDecimal value) {
        return new DecimalString(value).toString();
    }

    @EnumMapping(nameTransformationStrategy = "case", configuration = "upper")
    dev.pulso.api.model.Charge toApi(Charge charge);

    @EnumMapping(nameTransformationStrategy = "case", configuration = "lower")
    Charge charge(dev.pulso.api.model.Charge charge);
}
