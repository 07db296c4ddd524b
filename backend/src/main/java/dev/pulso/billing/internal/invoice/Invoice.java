package dev.pulso.billing.internal.invoice;

import dev.pulso.billing.InvoiceCancelled;
import dev.pulso.billing.InvoiceIssued;
import dev.pulso.billing.InvoiceOverdue;
import dev.pulso.billing.InvoicePaid;
import dev.pulso.billing.InvoiceStatus;
import dev.pulso.billing.NewInvoice;
import dev.pulso.billing.NewPayment;
import dev.pulso.customers.CustomerData;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Money;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.data.KnownRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A charge: draft, issued, paid or cancelled. Keeps 0 <= paid <= total, and has a number from the moment it is issued.
 * Being overdue is kept beside the state, see {@link InvoiceStatus}.
 */
@Entity
@Table(name = "invoices")
class Invoice extends KnownRecord {
    /** Of one invoice and of one payment, in cents: a billion reais. */
    static final long HIGHEST_TOTAL_CENTS = 100_000_000_000L;

    private @Nullable Long number;

    @Column(updatable = false)
    private String origin = "manual";

    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    @Column(name = "customer_name")
    private String customerName;

    @Column(name = "customer_tax_id")
    private @Nullable String customerTaxId;

    @Column(name = "contract_id", updatable = false)
    private @Nullable UUID contractId;

    @Column(updatable = false)
    private String currency;

    @Column(name = "total_cents", updatable = false)
    private long totalCents;

    @Column(name = "paid_cents")
    private long paidCents;

    @Enumerated(EnumType.STRING)
    private InvoiceStatus status = InvoiceStatus.draft;

    @Column(name = "issued_on")
    private @Nullable LocalDate issuedOn;

    @Column(name = "due_on", updatable = false)
    private LocalDate dueOn;

    @Column(name = "overdue_since")
    private @Nullable LocalDate overdueSince;

    @Column(name = "last_paid_on")
    private @Nullable LocalDate lastPaidOn;

    @Column(name = "cancel_reason")
    private @Nullable String cancelReason;

    @Column(name = "notes", updatable = false)
    private @Nullable String notes;

    /** Written with a new invoice, read by {@link InvoiceQueries}. */
    @OneToMany(mappedBy = "invoice", cascade = CascadeType.PERSIST)
    private List<InvoiceItem> items = new ArrayList<>();

    /** For Hibernate. */
    protected Invoice() {}

    /** A draft by hand. */
    Invoice(Caller caller, NewInvoice invoice, CustomerData customer, String currency, LocalDate dueOn) {
        super(caller, invoice.external());
        customerId = customer.id();
        customerName = customer.name();
        customerTaxId = customer.taxId();
        contractId = invoice.contractId();
        this.currency = currency;
        this.dueOn = dueOn;
        notes = Checks.trimmed(invoice.notes());
        if (invoice.items().isEmpty()) {
            throw Problem.invalid("items", "must not be empty", "required");
        }
        Money total = Money.of(0, currency);
        for (int position = 0; position < invoice.items().size(); position++) {
            InvoiceItem item = new InvoiceItem(this, position, invoice.items().get(position));
            items.add(item);
            total = total.plus(item.total());
        }
        if (!total.isPositive() || total.cents() > HIGHEST_TOTAL_CENTS) {
            throw Problem.invalid(
                    "items", "must add up to more than 0 and at most " + HIGHEST_TOTAL_CENTS + " cents", "items_total");
        }
        totalCents = total.cents();
    }

    /** What other systems keep with it, in every state. */
    void edit(InvoiceChanges changes) {
        change(changes.external());
    }

    /** Whether it has its number and stands. */
    boolean isIssued() {
        return status == InvoiceStatus.issued || status == InvoiceStatus.paid;
    }

    private void requireNotCancelled() {
        if (status == InvoiceStatus.cancelled) {
            throw Problem.conflict(ProblemType.INVOICE_CANCELLED, "The invoice is cancelled.");
        }
    }

    /**
     * @param nextNumber the tenant's next one, taken under the lock of its counter
     * @param customer as it is now: a document says who it was made out to on the day it was made
     */
    InvoiceIssued issue(long nextNumber, CustomerData customer, LocalDate today) {
        requireNotCancelled();
        if (status != InvoiceStatus.draft) {
            throw new IllegalStateException("invoice " + id() + " has its number");
        }
        number = nextNumber;
        customerName = customer.name();
        customerTaxId = customer.taxId();
        issuedOn = today;
        status = InvoiceStatus.issued;
        return new InvoiceIssued(id(), nextNumber, customerId, contractId, totalCents, currency, today, dueOn);
    }

    /** The fact that it is past its due date, once; null when it is not, or that was told. */
    @Nullable
    InvoiceOverdue fallDue(LocalDate today) {
        if (status != InvoiceStatus.issued || number == null || overdueSince != null || !dueOn.isBefore(today)) {
            return null;
        }
        overdueSince = today;
        return new InvoiceOverdue(id(), number, customerId, contractId, openCents(), currency, dueOn);
    }

    /** Whether it was cancelled for this reason. */
    boolean isCancelledFor(String reason) {
        return status == InvoiceStatus.cancelled
                && Checks.lines("reason", reason).equals(cancelReason);
    }

    /** The number stays taken: gapless means that every number has an invoice, not that every invoice is owed. */
    InvoiceCancelled cancel(String reason) {
        requireNotCancelled();
        if (paidCents > 0) {
            throw Problem.conflict(ProblemType.INVOICE_HAS_PAYMENTS, "An invoice with payments cannot be cancelled.");
        }
        cancelReason = Checks.lines("reason", reason);
        status = InvoiceStatus.cancelled;
        return new InvoiceCancelled(id(), number, customerId, contractId);
    }

    /** Takes money for what is open. The caller holds the row's lock, so two payments at once cannot both fit. */
    Payment pay(NewPayment payment, LocalDate today, Instant now) {
        requireNotCancelled();
        if (status == InvoiceStatus.draft) {
            throw Problem.conflict(ProblemType.INVOICE_NOT_ISSUED, "A draft cannot be paid: issue it first.");
        }
        if (payment.amountCents() < 1) {
            throw Problem.invalid("amount_cents", "must be greater than or equal to 1", "min");
        }
        if (payment.amountCents() > openCents()) {
            throw Problem.conflict(
                    ProblemType.OVER_PAYMENT,
                    "The payment of " + payment.amountCents() + " cents is more than the open " + openCents()
                            + " cents.",
                    "amount_cents");
        }
        LocalDate paidOn = payment.paidOn() == null ? today : Checks.notInFuture("paid_on", payment.paidOn(), today);
        paidCents += payment.amountCents();
        lastPaidOn = lastPaidOn == null || paidOn.isAfter(lastPaidOn) ? paidOn : lastPaidOn;
        if (openCents() == 0) {
            status = InvoiceStatus.paid;
        }
        return new Payment(this, payment, paidOn, now);
    }

    boolean isPaid() {
        return status == InvoiceStatus.paid;
    }

    InvoicePaid paid() {
        if (!isPaid() || number == null || lastPaidOn == null) {
            throw new IllegalStateException("invoice " + id() + " is not paid");
        }
        return new InvoicePaid(id(), number, customerId, contractId, totalCents, currency, lastPaidOn);
    }

    long openCents() {
        return totalCents - paidCents;
    }

    UUID customerId() {
        return customerId;
    }

    String currency() {
        return currency;
    }
}
