package dev.pulso.portfolio;

import dev.pulso.kernel.BillingCycle;
import dev.pulso.store.data.External;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract as other modules see it. Amount and cost are cents per cycle.
 *
 * @param paying whether it earns between its first and last day, both included
 */
@RegisterForReflection
public record ContractData(
        UUID id,
        UUID customerId,
        @Nullable UUID dealId,
        String serviceType,
        String title,
        BillingCycle billingCycle,
        long amountCents,
        long costCents,
        String currency,
        ContractStatus status,
        boolean paying,
        LocalDate startOn,
        @Nullable LocalDate endOn,
        @Nullable LocalDate nextReviewOn,
        @Nullable Integer termMonths,
        @Nullable Integer billingDay,
        @Nullable String referenceType,
        @Nullable String referenceId,
        External external,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
