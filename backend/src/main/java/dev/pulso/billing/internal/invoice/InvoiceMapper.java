package dev.pulso.billing.internal.invoice;

import dev.pulso.api.model.BalanceAmount;
import dev.pulso.api.model.Invoice;
import dev.pulso.api.model.InvoiceCreate;
import dev.pulso.api.model.InvoiceItemInput;
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
import dev.pulso.billing.InvoiceStatus;
import dev.pulso.billing.ItemKind;
import dev.pulso.billing.NewInvoice;
import dev.pulso.billing.NewInvoiceItem;
import dev.pulso.billing.NewPayment;
import dev.pulso.billing.PaymentData;
import dev.pulso.billing.PaymentMethod;
import dev.pulso.billing.internal.document.PixCharge;
import dev.pulso.edge.web.ApiMapping;
import dev.pulso.edge.web.RemovedMapper;
import dev.pulso.kernel.DecimalString;
import dev.pulso.store.data.External;
import dev.pulso.store.data.Page;
import java.math.BigDecimal;
import java.util.List;
import org.mapstruct.EnumMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** Invoices and payments at the edge of the API. */
@Mapper(config = ApiMapping.class)
interface InvoiceMapper {
    /** Made at compile time. */
    InvoiceMapper INVOICES = new InvoiceMapperImpl();

    @Mapping(target = ".", source = "invoice")
    @Mapping(target = "openCents", source = "invoice", qualifiedByName = "open")
    @Mapping(target = "externalSource", source = "invoice.external.source")
    @Mapping(target = "externalId", source = "invoice.external.id")
    @Mapping(target = "metadata", source = "invoice.external.metadata")
    Invoice toApi(InvoiceDetail detail);

    @Mapping(target = "openCents", source = "invoice", qualifiedByName = "open")
    @Mapping(target = "externalSource", source = "external.source")
    @Mapping(target = "externalId", source = "external.id")
    @Mapping(target = "metadata", source = "external.metadata")
    InvoiceSummary toApi(InvoiceData invoice);

    default InvoicePage toApi(Page<InvoiceData> page) {
        return new InvoicePage()
                .data(page.data().stream().map(this::toApi).toList())
                .nextCursor(page.nextCursor())
                .removed(RemovedMapper.toApi(page.removed()));
    }

    @Mapping(target = "external", source = "body")
    @Mapping(target = "currency", ignore = true)
    NewInvoice toNew(InvoiceCreate body);

    @Mapping(target = "quantity", source = "quantity", defaultValue = "1")
    NewInvoiceItem toNew(InvoiceItemInput item);

    default DecimalString decimal(String text) {
        return DecimalString.of(text);
    }

    default String decimal(BigDecimal value) {
        return new DecimalString(value).toString();
    }

    default External external(InvoiceCreate body) {
        return External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata());
    }

    @Mapping(target = "createdAt", source = "recordedAt")
    @Mapping(target = "updatedAt", source = "recordedAt")
    @Mapping(target = "externalSource", source = "external.source")
    @Mapping(target = "externalId", source = "external.id")
    @Mapping(target = "metadata", source = "external.metadata")
    Payment toApi(PaymentData payment);

    default PaymentPage toPage(Page<PaymentData> page) {
        return new PaymentPage()
                .data(page.data().stream().map(this::toApi).toList())
                .nextCursor(page.nextCursor());
    }

    default PaymentList toList(List<PaymentData> payments) {
        return new PaymentList().data(payments.stream().map(this::toApi).toList());
    }

    @Mapping(target = "external", source = "body")
    NewPayment toNew(PaymentCreate body);

    default External external(PaymentCreate body) {
        return External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata());
    }

    dev.pulso.api.model.CustomerBalance toApi(CustomerBalance balance);

    @Mapping(target = "invoiceCount", source = "invoices")
    @Mapping(target = "overdueInvoiceCount", source = "overdueInvoices")
    BalanceAmount toApi(CustomerBalance.Amount amount);

    Pix toApi(PixCharge charge);

    @Named("open")
    default long openCents(InvoiceData invoice) {
        return invoice.openCents();
    }

    @EnumMapping(nameTransformationStrategy = "case", configuration = "upper")
    dev.pulso.api.model.InvoiceStatus toApi(InvoiceStatus status);

    @EnumMapping(nameTransformationStrategy = "case", configuration = "upper")
    dev.pulso.api.model.ItemKind toApi(ItemKind kind);

    @EnumMapping(nameTransformationStrategy = "case", configuration = "lower")
    ItemKind kind(dev.pulso.api.model.ItemKind kind);

    @EnumMapping(nameTransformationStrategy = "case", configuration = "upper")
    dev.pulso.api.model.PaymentMethod toApi(PaymentMethod method);

    @EnumMapping(nameTransformationStrategy = "case", configuration = "lower")
    PaymentMethod method(dev.pulso.api.model.PaymentMethod method);
}
