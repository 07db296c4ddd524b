package dev.pulso.customers;

import dev.pulso.store.data.External;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer to create. Tax id and phone may carry masks; they are checked and stored without. */
public record NewCustomer(
        String name,
        CustomerKind kind,
        @Nullable String taxId,
        @Nullable String email,
        @Nullable String phone,
        @Nullable UUID companyId,
        @Nullable UUID crmDealId,
        @Nullable UUID accountManagerId,
        External external,
        @Nullable String notes) {}
