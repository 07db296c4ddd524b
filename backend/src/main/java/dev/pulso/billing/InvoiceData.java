package dev.pulso.billing;

import dev.pulso.store.data.External;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice without its lines, as others see it.
 *
 * @param number gapless per tenant; null until issued
 * @param customerName as billed, like the tax id; it does not follow later changes of the customer
 * @param periodEnd last day, included
 * @param status {@code overdue} included
 * @param paidOn day of the last payment of a paid invoice
 */
@RegisterForReflection
public record InvoiceData(
        UUID id,
        @Nullable Long number,
        UUID customerId,
        String customerName,
        @Nullable String customerTaxId,
        @Nullable UUID contractId,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        String currency,
        long totalCents,
        long paidCents,
        InvoiceStatus status,
        @Nullable LocalDate issuedOn,
        LocalDate dueOn,
        @Nullable LocalDate paidOn,
        External external,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    /** What is still to be paid, in cents; nothing once cancelled. */
    public long openCents() {
        return status == InvoiceStatus.cancelled ? 0 : totalCents - paidCents;
    }

    /** Whether it has its number and stands, paid or not. */
    public boolean isIssued() {
        return payable() || status == InvoiceStatus.paid;
    }

    /** Whether it may be paid now. */
    public boolean payable() {
        return status == InvoiceStatus.issued || status == InvoiceStatus.overdue;
    }
}
