package dev.pulso.billing.internal.invoice;

import dev.pulso.billing.NewPayment;
import dev.pulso.billing.PaymentConfirmed;
import dev.pulso.billing.PaymentMethod;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.data.External;
import dev.pulso.store.data.KnownRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Money received for an invoice. Never changed: what was wrong is put right by another movement. */
@Entity
@Immutable
@Table(name = "payments")
class Payment {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "invoice_id")
    private UUID invoiceId;

    @Column(name = "amount_cents")
    private long amountCents;

    @Enumerated(EnumType.STRING)
    private PaymentMethod method;

    @Column(name = "paid_on")
    private LocalDate paidOn;

    @SuppressWarnings("UnusedVariable") // read by the queries only
    private @Nullable String reference;

    @Column(name = "external_source")
    private String externalSource;

    @Column(name = "external_id")
    private @Nullable String externalId;

    @SuppressWarnings("UnusedVariable") // read by the queries only
    private String metadata;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    /** For Hibernate. */
    protected Payment() {}

    /** By {@link Invoice#pay} only, which has checked that the amount is open. */
    Payment(Invoice invoice, NewPayment payment, LocalDate paidOn, Instant now) {
        id = Ids.next();
        tenantId = invoice.tenantId();
        invoiceId = invoice.id();
        amountCents = payment.amountCents();
        method = Checks.present("method", payment.method());
        this.paidOn = paidOn;
        reference = Checks.trimmed(payment.reference());
        External external = KnownRecord.checked(payment.external());
        externalSource = external.source();
        externalId = external.id();
        metadata = External.write(external.metadata());
        recordedAt = now;
    }

    /** The id of a bank's transfer must not stand for two different ones: another payment is no repeat of this one. */
    void requireRepeatedBy(Invoice invoice, NewPayment other) {
        if (!invoiceId.equals(invoice.id()) || amountCents != other.amountCents()) {
            throw Problem.conflict(
                            ProblemType.REFERENCE_USED,
                            "Another payment was recorded with this method and reference.",
                            "reference")
                    .with(Problem.EXISTING, id.toString());
        }
    }

    UUID id() {
        return id;
    }

    PaymentConfirmed confirmed(Invoice invoice) {
        return new PaymentConfirmed(
                id,
                invoiceId,
                invoice.customerId(),
                amountCents,
                invoice.openCents(),
                invoice.currency(),
                method,
                paidOn);
    }
}
