package dev.pulso.billing.internal.document;

import dev.pulso.billing.InvoiceData;
import dev.pulso.billing.InvoiceDetail;
import dev.pulso.billing.Invoices;
import dev.pulso.identity.TenantData;
import dev.pulso.identity.Tenants;
import dev.pulso.platform.pix.BrCode;
import dev.pulso.platform.pix.QrSvg;
import dev.pulso.platform.kernel.Money;
import dev.pulso.platform.tenancy.Caller;
import dev.pulso.platform.web.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;

/** What a payer gets to see of an invoice: its Pix code and its PDF. */
@ApplicationScoped
public class InvoiceDocuments {
    /** Name and city are obligatory in a BR Code; the city is not shown to the payer by most banks. */
    private static final String CITY_FALLBACK = "BRASIL";

    private static final int TXID_LENGTH = 25;

    private final Invoices invoices;
    private final Tenants tenants;

    InvoiceDocuments(Invoices invoices, Tenants tenants) {
        this.invoices = invoices;
        this.tenants = tenants;
    }

    /** The Pix code for what is open. 409 when there is nothing to pay or the tenant cannot receive Pix. */
    public Uni<PixCharge> pix(Caller caller, UUID id) {
        return invoices.get(caller, id).chain(detail -> tenants.current(caller).map(tenant -> {
            InvoiceData invoice = detail.invoice();
            if (!invoice.payable()) {
                throw Problem.conflict(
                        "invoice_not_payable", "The invoice is " + invoice.status() + ": there is nothing to pay.", null);
            }
            if (tenant.pixKey() == null) {
                throw Problem.conflict("pix_key_missing", "The company has no Pix key in its settings.", null);
            }
            if (!invoice.currency().equals(Money.BRL.getCurrencyCode())) {
                throw Problem.conflict("pix_needs_brl", "Pix pays in BRL only.", null);
            }
            return charge(invoice, tenant);
        }));
    }

    /** The invoice as a PDF, with its Pix code when it can be paid by Pix. */
    public Uni<byte[]> pdf(Caller caller, UUID id) {
        return invoices.get(caller, id)
                .chain(detail -> tenants.current(caller)
                        // Drawing takes tens of milliseconds: not on the event loop.
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(tenant -> pdf(detail, tenant)));
    }

    private static byte[] pdf(InvoiceDetail detail, TenantData tenant) {
        InvoiceData invoice = detail.invoice();
        boolean byPix = invoice.payable()
                && tenant.pixKey() != null
                && invoice.currency().equals(Money.BRL.getCurrencyCode());
        return InvoicePdf.render(detail, tenant, byPix ? charge(invoice, tenant) : null);
    }

    private static PixCharge charge(InvoiceData invoice, TenantData tenant) {
        String txid = txid(invoice);
        String payload = BrCode.staticCode(
                tenant.pixKey(),
                Money.brl(invoice.openCents()),
                tenant.pixMerchantName() == null ? tenant.name() : tenant.pixMerchantName(),
                tenant.pixCity() == null ? CITY_FALLBACK : tenant.pixCity(),
                txid);
        return new PixCharge(payload, QrSvg.of(payload), invoice.openCents(), txid);
    }

    /**
     * Tells the payment's origin on the bank statement: the invoice's number, then as much of its id as fits, since
     * other systems of the tenant may count their own charges. At most 25 letters and digits (Bacen's manual of the BR
     * Code, field 62-05).
     */
    static String txid(InvoiceData invoice) {
        String id = invoice.id().toString().replace("-", "").toUpperCase(Locale.ROOT);
        String number = "FATURA" + invoice.number() + "X";
        return number + id.substring(id.length() - (TXID_LENGTH - number.length()));
    }
}
