package dev.pulso.customers;

import dev.pulso.api.model.Customer;
import dev.pulso.api.model.CustomerCreate;
import dev.pulso.api.model.CustomerPage;
import dev.pulso.api.model.CustomerSummary;
import dev.pulso.edge.web.ApiMapping;
import dev.pulso.edge.web.RemovedMapper;
import dev.pulso.store.data.External;
import dev.pulso.store.data.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mapstruct.EnumMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Customers at the edge of the API; also for answers of other modules that contain a customer. */
@Mapper(config = ApiMapping.class)
public interface CustomerMapper {
    /** Made at compile time. */
    CustomerMapper CUSTOMERS = new CustomerMapperImpl();

    @Mapping(target = ".", source = "customer")
    @Mapping(target = "externalSource", source = "customer.external.source")
    @Mapping(target = "externalId", source = "customer.external.id")
    @Mapping(target = "metadata", source = "customer.external.metadata")
    @Mapping(target = "custom", source = "customer.custom.values")
    Customer toApi(CustomerDetail detail);

    @Mapping(target = "externalSource", source = "external.source")
    @Mapping(target = "externalId", source = "external.id")
    @Mapping(target = "metadata", source = "external.metadata")
    @Mapping(target = "custom", source = "custom.values")
    CustomerSummary toApi(CustomerData customer);

    /** A page of a list. */
    default CustomerPage toApi(Page<CustomerData> page) {
        return new CustomerPage()
                .data(page.data().stream().map(this::toApi).toList())
                .nextCursor(page.nextCursor())
                .removed(RemovedMapper.toApi(page.removed()));
    }

    /** @param crmDealId the won deal the customer comes from, if any */
    @Mapping(target = "custom", source = "body.custom", defaultExpression = "java(java.util.Map.of())")
    @Mapping(target = "external", source = "body")
    @Mapping(target = "crmDealId", source = "crmDealId")
    NewCustomer toNew(CustomerCreate body, @Nullable UUID crmDealId);

    default External external(CustomerCreate body) {
        return External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata());
    }

    @EnumMapping(nameTransformationStrategy = "case", configuration = "upper")
    dev.pulso.api.model.CustomerKind toApi(CustomerKind kind);

    @EnumMapping(nameTransformationStrategy = "case", configuration = "upper")
    dev.pulso.api.model.BillingStatus toApi(BillingStatus status);

    @EnumMapping(nameTransformationStrategy = "case", configuration = "lower")
    CustomerKind kind(dev.pulso.api.model.CustomerKind kind);

    @EnumMapping(nameTransformationStrategy = "case", configuration = "lower")
    BillingStatus status(dev.pulso.api.model.BillingStatus status);
}
