package dev.pulso.billing.internal.invoice;

import static dev.pulso.billing.internal.invoice.InvoiceMapper.INVOICES;

import dev.pulso.api.InvoicesApi;
import dev.pulso.api.model.CustomerBalance;
import dev.pulso.api.model.Invoice;
import dev.pulso.api.model.InvoiceCancellation;
import dev.pulso.api.model.InvoiceCreate;
import dev.pulso.api.model.InvoicePage;
import dev.pulso.api.model.InvoicePatch;
import dev.pulso.api.model.Payment;
import dev.pulso.api.model.PaymentCreate;
import dev.pulso.api.model.PaymentList;
import dev.pulso.api.model.PaymentPage;
import dev.pulso.api.model.Pix;
import dev.pulso.billing.internal.document.InvoiceDocuments;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.Downloads;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.store.data.External;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Invoices over HTTP: translates, nothing else. */
@AtMostOnce
class InvoiceResource implements InvoicesApi {
    private final InvoiceService invoices;
    private final InvoiceDocuments documents;
    private final CallerContext context;
    private final Downloads downloads;
    private final PatchBody patch;

    InvoiceResource(
            InvoiceService invoices,
            InvoiceDocuments documents,
            CallerContext context,
            Downloads downloads,
            PatchBody patch) {
        this.patch = patch;
        this.downloads = downloads;
        this.invoices = invoices;
        this.documents = documents;
        this.context = context;
    }

    @Override
    public Uni<InvoicePage> listInvoices(
            String externalSource,
            String externalId,
            UUID customerId,
            UUID contractId,
            LocalDate dueFrom,
            LocalDate dueTo,
            LocalDate paidFrom,
            LocalDate paidTo,
            LocalDate paymentsPaidOnFrom,
            LocalDate paymentsPaidOnTo,
            String q,
            String sort,
            Integer limit,
            String cursor,
            Instant updatedSince) {
        return invoices.list(
                        context.caller(),
                        new InvoiceQueries.Filter(
                                customerId,
                                contractId,
                                dueFrom,
                                dueTo,
                                paidFrom,
                                paidTo,
                                paymentsPaidOnFrom,
                                paymentsPaidOnTo,
                                new External.Key(externalSource, externalId),
                                q),
                        context.page(limit, sort, cursor, updatedSince))
                .map(INVOICES::toApi);
    }

    @Override
    public Uni<Invoice> createInvoice(InvoiceCreate body) {
        return invoices.create(context.caller(), INVOICES.toNew(body)).map(INVOICES::toApi);
    }

    @Override
    public Uni<Invoice> getInvoice(UUID id) {
        return invoices.get(context.caller(), id).map(INVOICES::toApi);
    }

    @Override
    public Uni<Invoice> getInvoiceByKey(String source, String externalId) {
        return invoices.get(context.caller(), source, externalId).map(INVOICES::toApi);
    }

    @Override
    public Uni<Invoice> updateInvoice(UUID id, InvoicePatch body) {
        return invoices.edit(context.caller(), id, context.requiredVersion(), patch.into(InvoiceChanges.class, body))
                .map(INVOICES::toApi);
    }

    @Override
    public Uni<Invoice> issueInvoice(UUID id) {
        return invoices.issue(context.caller(), id, context.expectedVersion()).map(INVOICES::toApi);
    }

    @Override
    public Uni<Invoice> cancelInvoice(UUID id, InvoiceCancellation body) {
        return invoices.cancel(context.caller(), id, context.expectedVersion(), body.getReason())
                .map(INVOICES::toApi);
    }

    @Override
    public Uni<PaymentPage> listAllPayments(
            String externalSource,
            String externalId,
            UUID invoiceId,
            UUID customerId,
            String reference,
            String sort,
            Integer limit,
            String cursor,
            Instant updatedSince) {
        return invoices.allPayments(
                        context.caller(),
                        new PaymentQueries.Filter(
                                invoiceId, customerId, reference, new External.Key(externalSource, externalId)),
                        context.page(limit, sort, cursor, updatedSince))
                .map(INVOICES::toPage);
    }

    @Override
    public Uni<Payment> getPaymentByKey(String source, String externalId) {
        return invoices.payment(context.caller(), source, externalId).map(INVOICES::toApi);
    }

    @Override
    public Uni<PaymentList> listPayments(UUID id) {
        return invoices.payments(context.caller(), id).map(INVOICES::toList);
    }

    @Override
    public Uni<Payment> recordPayment(UUID id, PaymentCreate body) {
        return invoices.recordPayment(context.caller(), id, INVOICES.toNew(body))
                .map(INVOICES::toApi);
    }

    @Override
    public Uni<CustomerBalance> getCustomerBalance(UUID id) {
        return invoices.balance(context.caller(), id).map(INVOICES::toApi);
    }

    @Override
    public Uni<Pix> getInvoicePix(UUID id) {
        return documents.pix(context.caller(), id).map(INVOICES::toApi);
    }

    @Override
    public Uni<byte[]> getInvoicePdf(UUID id) {
        Downloads.Download download = downloads.here();
        return documents
                .pdf(context.caller(), id)
                .chain(pdf -> download.named(pdf.name(), pdf.version(), pdf.state())
                        ? pdf.drawn()
                        : Uni.createFrom().item(new byte[0]));
    }
}
