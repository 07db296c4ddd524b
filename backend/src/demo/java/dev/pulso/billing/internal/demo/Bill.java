package dev.pulso.billing.internal.demo;

import dev.pulso.billing.InvoiceStatus;
import dev.pulso.billing.ItemKind;
import dev.pulso.billing.PaymentMethod;
import dev.pulso.demo.Agreement;
import dev.pulso.demo.Buyer;
import dev.pulso.kernel.BillingPeriod;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invoice of the year, on its way to what it is today. */
final class Bill {
    /** Money that came in for it. */
    record Paid(UUID id, long amountCents, PaymentMethod method, LocalDate on, String reference, OffsetDateTime at) {}

    /** What it charges for; agreement and period are those of a recurring one, null for an invoice by hand. */
    record Charge(
            @Nullable Agreement agreement,
            @Nullable BillingPeriod period,
            String description,
            ItemKind kind,
            long totalCents) {}

    final UUID id;
    final UUID itemId;
    final Buyer buyer;
    final Charge charge;
    final @Nullable LocalDate issuedOn;
    final LocalDate dueOn;
    final OffsetDateTime createdAt;
    final List<Paid> payments = new ArrayList<>();

    @Nullable
    Long number;

    @Nullable
    String cancelReason;

    private @Nullable OffsetDateTime cancelledAt;

    /** @param issuedOn null for a draft */
    Bill(
            UUID id,
            UUID itemId,
            Buyer buyer,
            Charge charge,
            @Nullable LocalDate issuedOn,
            LocalDate dueOn,
            OffsetDateTime createdAt) {
        this.id = id;
        this.itemId = itemId;
        this.buyer = buyer;
        this.charge = charge;
        this.issuedOn = issuedOn;
        this.dueOn = dueOn;
        this.createdAt = createdAt;
    }

    void cancel(String reason, OffsetDateTime at) {
        cancelReason = reason;
        cancelledAt = at;
    }

    void pay(Paid payment) {
        payments.add(payment);
    }

    long paidCents() {
        return payments.stream().mapToLong(Paid::amountCents).sum();
    }

    InvoiceStatus status() {
        if (cancelReason != null) {
            return InvoiceStatus.cancelled;
        }
        if (issuedOn == null) {
            return InvoiceStatus.draft;
        }
        return paidCents() == charge.totalCents() ? InvoiceStatus.paid : InvoiceStatus.issued;
    }

    boolean isOverdue(LocalDate today) {
        return status() == InvoiceStatus.issued && dueOn.isBefore(today);
    }

    /** The midnight on which it was found to be overdue; null when it was paid or cancelled by then, or is not due. */
    @Nullable
    LocalDate overdueSince(LocalDate today) {
        LocalDate after = dueOn.plusDays(1);
        LocalDate settled = cancelledAt != null
                ? cancelledAt.toLocalDate()
                : status() == InvoiceStatus.paid ? payments.getLast().at().toLocalDate() : null;
        boolean inTime = settled != null && !settled.isAfter(dueOn);
        return issuedOn == null || after.isAfter(today) || inTime ? null : after;
    }

    @Nullable
    LocalDate lastPaidOn() {
        return payments.isEmpty() ? null : payments.getLast().on();
    }

    OffsetDateTime updatedAt() {
        if (cancelledAt != null) {
            return cancelledAt;
        }
        return payments.isEmpty() ? createdAt : payments.getLast().at();
    }

    /** Each step it has taken was a change. */
    int version() {
        return (issuedOn == null ? 0 : 1) + payments.size() + (cancelReason == null ? 0 : 1);
    }
}
