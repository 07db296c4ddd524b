package dev.pulso.customers;

import dev.pulso.store.data.Custom;
import dev.pulso.store.data.External;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer as other modules see it. {@code taxId} is without mask, {@code phone} in E.164. */
@RegisterForReflection
public record CustomerData(
        UUID id,
        String name,
        CustomerKind kind,
        @Nullable String taxId,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String website,
        BillingStatus billingStatus,
        @Nullable UUID companyId,
        @Nullable UUID crmDealId,
        @Nullable UUID accountManagerId,
        Custom custom,
        External external,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
