package dev.pulso.crm.internal.deal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sale that was closed with its lines. {@code contractIds} are ids as text: they belong to another module. */
@RegisterForReflection
public record ClosingData(
        UUID id,
        UUID dealId,
        ClosingStatus status,
        @Nullable UUID customerId,
        LocalDate startOn,
        @Nullable Integer billingDay,
        @Nullable Integer termMonths,
        boolean issuesInvoice,
        String currency,
        long oneOffCents,
        long mrrCents,
        long firstYearCents,
        List<String> contractIds,
        @Nullable UUID invoiceId,
        @Nullable UUID requestedById,
        @Nullable UUID releasedById,
        @Nullable Instant releasedAt,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    /** Whether it was closed like this: what a request does not say is no other. */
    boolean isAs(Sale sale) {
        return (sale.startOn() == null || sale.startOn().equals(startOn))
                && (sale.billingDay() == null || sale.billingDay().equals(billingDay))
                && (sale.termMonths() == null || sale.termMonths().equals(termMonths));
    }
}
