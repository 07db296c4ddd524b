package dev.pulso.billing;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What other modules may ask of invoices. Every call joins the caller's transaction when one is open. */
public interface Invoices {

    /** Drafts an invoice. 404 for an unknown customer or contract, 400 for a contract of somebody else. */
    Uni<InvoiceDetail> create(Caller caller, NewInvoice invoice);

    /** When invoices fall due today, and those of new contracts for the first time. */
    Uni<DueDates> dueDates(Caller caller);

    /** The invoice with its items and payments, or 404. */
    Uni<InvoiceDetail> get(Caller caller, UUID id);

    /** Gives a draft the tenant's next number; an issued one is answered as it is. 409 when it is cancelled. */
    Uni<InvoiceDetail> issue(Caller caller, UUID id);

    /**
     * Records money for an issued invoice. 409, and nothing recorded, for more than is open. The same method and
     * reference again answers the first payment.
     */
    Uni<PaymentData> recordPayment(Caller caller, UUID invoiceId, NewPayment payment);
}
