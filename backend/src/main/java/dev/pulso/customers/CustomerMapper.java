package dev.pulso.customers;

import dev.pulso.api.model.Customer;
import dev.pulso.api.model.CustomerCreate;
import dev.pulso.api.model.CustomerSummary;
import dev.pulso.store.data.External;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers at the edge of the API; also for answers of other modules that contain a customer. */
public final class CustomerMapper {
    private CustomerMapper() {}

    public static Customer toApi(CustomerDetail detail) {
        Customer api = fill(new Customer(), detail.customer());
        api.setNotes(detail.notes());
        return api;
    }

    public static CustomerSummary toApi(CustomerData customer) {
        return fill(new CustomerSummary(), customer);
    }

    private static <T extends CustomerSummary> T fill(T api, CustomerData customer) {
        api.id(customer.id())
                .name(customer.name())
                .kind(dev.pulso.api.model.CustomerKind.fromString(
                        customer.kind().name()))
                .taxId(customer.taxId())
                .email(customer.email())
                .phone(customer.phone())
                .billingStatus(dev.pulso.api.model.BillingStatus.fromString(
                        customer.billingStatus().name()))
                .companyId(customer.companyId())
                .crmDealId(customer.crmDealId())
                .accountManagerId(customer.accountManagerId())
                .externalSource(customer.external().source())
                .externalId(customer.external().id())
                .metadata(customer.external().metadata())
                .createdAt(customer.createdAt())
                .updatedAt(customer.updatedAt())
                .version(customer.version());
        return api;
    }

    /** @param crmDealId the won deal the customer comes from, if any */
    public static NewCustomer toNew(CustomerCreate body, @Nullable UUID crmDealId) {
        return new NewCustomer(
                body.getName(),
                CustomerKind.valueOf(body.getKind().value()),
                body.getTaxId(),
                body.getEmail(),
                body.getPhone(),
                body.getCompanyId(),
                crmDealId,
                body.getAccountManagerId(),
                External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata()),
                body.getNotes());
    }
}
