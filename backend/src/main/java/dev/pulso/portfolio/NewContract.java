package dev.pulso.portfolio;

import dev.pulso.kernel.BillingCycle;
import dev.pulso.store.data.External;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contract to create. Amount and cost are cents per cycle.
 *
 * @param currency ISO 4217; the tenant's when null
 * @param status anything but cancelled
 */
public record NewContract(
        String serviceType,
        String title,
        @Nullable String description,
        BillingCycle billingCycle,
        long amountCents,
        long costCents,
        @Nullable String currency,
        ContractStatus status,
        LocalDate startOn,
        @Nullable LocalDate endOn,
        @Nullable LocalDate nextReviewOn,
        @Nullable Integer termMonths,
        @Nullable Integer billingDay,
        @Nullable String referenceType,
        @Nullable String referenceId,
        External external,
        @Nullable String internalNotes) {}
