package dev.pulso.billing.internal.invoice;

import dev.pulso.api.model.BalanceAmount;
import dev.pulso.api.model.Invoice;
import dev.pulso.api.model.InvoiceCreate;
import dev.pulso.api.model.InvoicePage;
import dev.pulso.api.model.InvoiceSummary;
import dev.pulso.api.model.Payment;
import dev.pulso.api.model.PaymentCreate;
import dev.pulso.api.model.PaymentList;
import dev.pulso.api.model.PaymentPage;
import dev.pulso.api.model.Pix;
import dev.pulso.billing.CustomerBalance;
import dev.pulso.billing.InvoiceData;
import dev.pulso.billing.InvoiceDetail;
import dev.pulso.billing.InvoiceItemData;
import dev.pulso.billing.ItemKind;
import dev.pulso.billing.NewInvoice;
import dev.pulso.billing.NewInvoiceItem;
import dev.pulso.billing.NewPayment;
import dev.pulso.billing.PaymentData;
import dev.pulso.billing.PaymentMethod;
import dev.pulso.billing.internal.document.PixCharge;
import dev.pulso.edge.web.RemovedMapper;
import dev.pulso.store.data.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invoices and payments at the edge of the API. */
final class InvoiceApiMapper {
    private InvoiceApiMapper() {}

    static InvoiceQueries.Filter toFilter(
            @Nullable UUID customerId,
            @Nullable UUID contractId,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable LocalDate paidFrom,
            @Nullable LocalDate paidTo,
            @Nullable String query) {
        return new InvoiceQueries.Filter(customerId, contractId, dueFrom, dueTo, paidFrom, paidTo, query);
    }

    static NewInvoice toNew(InvoiceCreate body) {
        return new NewInvoice(
                body.getCustomerId(),
                body.getContractId(),
                body.getDueOn(),
                body.getNotes(),
                body.getItems().stream()
                        .map(item -> new NewInvoiceItem(
                                item.getDescription(),
                                ItemKind.valueOf(item.getKind().value()),
                                item.getQuantity(),
                                item.getUnitCents()))
                        .toList());
    }

    static NewPayment toNew(PaymentCreate body) {
        return new NewPayment(
                body.getAmountCents(),
                PaymentMethod.valueOf(body.getMethod().value()),
                body.getPaidOn(),
                body.getReference());
    }

    static InvoicePage toApi(Page<InvoiceData> page) {
        return new InvoicePage()
                .data(page.data().stream().map(InvoiceApiMapper::toApi).toList())
                .nextCursor(page.nextCursor())
                .removed(RemovedMapper.toApi(page.removed()));
    }

    static Invoice toApi(InvoiceDetail detail) {
        Invoice api = fill(new Invoice(), detail.invoice());
        return api.items(detail.items().stream().map(InvoiceApiMapper::toApi).toList())
                .cancelReason(detail.cancelReason())
                .notes(detail.notes())
                .payments(
                        detail.payments().stream().map(InvoiceApiMapper::toApi).toList());
    }

    private static InvoiceSummary toApi(InvoiceData invoice) {
        return fill(new InvoiceSummary(), invoice);
    }

    private static <T extends InvoiceSummary> T fill(T api, InvoiceData invoice) {
        api.id(invoice.id())
                .number(invoice.number())
                .customerId(invoice.customerId())
                .customerName(invoice.customerName())
                .contractId(invoice.contractId())
                .periodStart(invoice.periodStart())
                .periodEnd(invoice.periodEnd())
                .currency(invoice.currency())
                .totalCents(invoice.totalCents())
                .paidCents(invoice.paidCents())
                .openCents(invoice.openCents())
                .status(dev.pulso.api.model.InvoiceStatus.fromString(
                        invoice.status().name()))
                .issuedOn(invoice.issuedOn())
                .dueOn(invoice.dueOn())
                .paidOn(invoice.paidOn())
                .version(invoice.version())
                .createdAt(invoice.createdAt())
                .updatedAt(invoice.updatedAt());
        return api;
    }

    static dev.pulso.api.model.InvoiceItem toApi(InvoiceItemData item) {
        return new dev.pulso.api.model.InvoiceItem()
                .description(item.description())
                .kind(dev.pulso.api.model.ItemKind.fromString(item.kind().name()))
                .quantity(item.quantity())
                .unitCents(item.unitCents())
                .totalCents(item.totalCents());
    }

    static PaymentQueries.Filter toFilter(
            @Nullable UUID invoiceId, @Nullable UUID customerId, @Nullable String reference) {
        return new PaymentQueries.Filter(invoiceId, customerId, reference);
    }

    static PaymentPage toPage(Page<PaymentData> page) {
        return new PaymentPage()
                .data(page.data().stream().map(InvoiceApiMapper::toApi).toList())
                .nextCursor(page.nextCursor());
    }

    static PaymentList toList(List<PaymentData> payments) {
        return new PaymentList()
                .data(payments.stream().map(InvoiceApiMapper::toApi).toList());
    }

    static Payment toApi(PaymentData payment) {
        return new Payment()
                .id(payment.id())
                .invoiceId(payment.invoiceId())
                .customerId(payment.customerId())
                .currency(payment.currency())
                .amountCents(payment.amountCents())
                .method(dev.pulso.api.model.PaymentMethod.fromString(
                        payment.method().name()))
                .paidOn(payment.paidOn())
                .reference(payment.reference())
                .recordedAt(payment.recordedAt())
                .createdAt(payment.recordedAt())
                .updatedAt(payment.recordedAt());
    }

    static dev.pulso.api.model.CustomerBalance toApi(CustomerBalance balance) {
        return new dev.pulso.api.model.CustomerBalance()
                .asOf(balance.asOf())
                .amounts(balance.amounts().stream().map(InvoiceApiMapper::toApi).toList());
    }

    private static BalanceAmount toApi(CustomerBalance.Amount amount) {
        return new BalanceAmount()
                .currency(amount.currency())
                .openCents(amount.openCents())
                .overdueCents(amount.overdueCents())
                .invoices(amount.invoices())
                .overdueInvoices(amount.overdueInvoices());
    }

    static Pix toApi(PixCharge charge) {
        return new Pix()
                .payload(charge.payload())
                .svg(charge.svg())
                .amountCents(charge.amountCents())
                .txid(charge.txid());
    }
}
