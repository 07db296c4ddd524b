package dev.pulso.billing.internal.document;

import dev.pulso.billing.InvoiceData;
import dev.pulso.billing.InvoiceDetail;
import dev.pulso.billing.Invoices;
import dev.pulso.company.Logos;
import dev.pulso.company.Logos.Logo;
import dev.pulso.company.TenantData;
import dev.pulso.company.Tenants;
import dev.pulso.customers.CustomerData;
import dev.pulso.customers.Customers;
import dev.pulso.edge.limits.WaitingLine;
import dev.pulso.kernel.Money;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.kernel.pix.BrCode;
import dev.pulso.kernel.pix.PixKey;
import dev.pulso.kernel.pix.QrSvg;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a payer gets to see of an invoice: its Pix code and its PDF. */
@ApplicationScoped
public class InvoiceDocuments {
    /** Name and city are obligatory in a BR Code; the city is not shown to the payer by most banks. */
    private static final String CITY_FALLBACK = "BRASIL";

    private static final int TXID_LENGTH = 25;

    static final int AT_ONCE = Runtime.getRuntime().availableProcessors();
    /** More would not be drawn before their readers have given up. */
    static final int WAITING = 64;

    private final Invoices invoices;
    private final Tenants tenants;
    private final Logos logos;
    private final Customers customers;
    final WaitingLine drawing = new WaitingLine("pdf", AT_ONCE, WAITING);

    InvoiceDocuments(Invoices invoices, Tenants tenants, Logos logos, Customers customers) {
        this.invoices = invoices;
        this.tenants = tenants;
        this.logos = logos;
        this.customers = customers;
    }

    /** The Pix code for what is open. 409 when there is nothing to pay or the tenant cannot receive Pix. */
    public Uni<PixCharge> pix(Caller caller, UUID id) {
        return invoices.get(caller, id)
                .chain(detail -> tenants.current(caller).map(tenant -> {
                    InvoiceData invoice = detail.invoice();
                    if (!invoice.payable()) {
                        throw Problem.conflict(
                                ProblemType.INVOICE_NOT_PAYABLE,
                                "The invoice is " + invoice.status() + ": there is nothing to pay.");
                    }
                    if (!inReais(invoice)) {
                        throw Problem.conflict(ProblemType.PIX_NEEDS_BRL, "Pix pays in BRL only.");
                    }
                    PixKey key = key(tenant)
                            .orElseThrow(() -> Problem.conflict(
                                    ProblemType.PIX_KEY_MISSING, "The company has no Pix key in its settings."));
                    return charge(invoice, tenant, key);
                }));
    }

    /**
     * A document.
     *
     * @param name of the file
     * @param version of the invoice
     * @param state what it is made of: invoice, company and customer, by their versions
     * @param drawn made when it is asked for, which takes tens of milliseconds of a processor: 503 when too many want that
     */
    public record Pdf(String name, int version, String state, Uni<byte[]> drawn) {}

    /** The invoice as a PDF, with the look of the company, and its Pix code when it can be paid by Pix. */
    public Uni<Pdf> pdf(Caller caller, UUID id) {
        return invoices.get(caller, id)
                .chain(detail -> tenants.current(caller)
                        .chain(tenant -> customer(caller, detail.invoice().customerId())
                                .map(customer -> pdf(caller, detail, tenant, customer.orElse(null)))));
    }

    private Uni<Optional<Logo>> logo(Caller caller, TenantData tenant) {
        return tenant.logoHash() == null
                ? Uni.createFrom().item(Optional.empty())
                : logos.find(caller, tenant.logoHash()).map(Optional::ofNullable);
    }

    /** As far as the caller may see customers: an invoice itself tells whom it is for, but not how to reach them. */
    private Uni<Optional<CustomerData>> customer(Caller caller, UUID id) {
        return caller.may("customers.customers:read")
                ? customers
                        .byIds(caller, List.of(id))
                        .map(found -> found.stream().findFirst())
                : Uni.createFrom().item(Optional.empty());
    }

    private Pdf pdf(Caller caller, InvoiceDetail detail, TenantData tenant, @Nullable CustomerData customer) {
        InvoiceData invoice = detail.invoice();
        String number = invoice.number() == null
                ? "rascunho-" + invoice.id()
                : invoice.number().toString();
        return new Pdf(
                "fatura-" + number + ".pdf",
                invoice.version(),
                invoice.id() + " " + invoice.version() + " " + tenant.version() + " "
                        + (customer == null ? "-" : customer.version()),
                // The picture is read by who draws: whoever has the document already needs neither.
                Uni.createFrom()
                        .deferred(() -> logo(caller, tenant))
                        .chain(logo -> drawing.in(() -> {
                            Optional<PixCharge> pix = invoice.payable() && inReais(invoice)
                                    ? key(tenant).map(key -> charge(invoice, tenant, key))
                                    : Optional.empty();
                            return InvoicePdf.render(
                                    detail,
                                    tenant,
                                    logo.orElse(null),
                                    customer == null ? null : customer.email(),
                                    pix.orElse(null));
                        })));
    }

    private static PixCharge charge(InvoiceData invoice, TenantData tenant, PixKey key) {
        String txid = txid(invoice);
        String payload = BrCode.of(
                        key,
                        firstWritable(tenant.pixMerchantName(), tenant.name(), tenant.slug()),
                        firstWritable(tenant.pixCity(), CITY_FALLBACK),
                        Money.brl(invoice.openCents()),
                        txid,
                        null)
                .payload();
        String title = "Pix de " + Money.brl(invoice.openCents()).toBrazilian();
        return new PixCharge(payload, QrSvg.of(payload, title), invoice.openCents(), txid);
    }

    private static Optional<PixKey> key(TenantData tenant) {
        return tenant.pixKey() == null
                ? Optional.empty()
                : PixKey.parse(tenant.pixKey()).toOptional();
    }

    private static boolean inReais(InvoiceData invoice) {
        return invoice.currency().equals(Money.BRL.getCurrencyCode());
    }

    /** The first text that has a character left when the BR Code takes its accents and foreign letters away. */
    private static String firstWritable(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null
                    && Normalizer.normalize(text, Normalizer.Form.NFKD).chars().anyMatch(c -> c > ' ' && c <= '~')) {
                return text;
            }
        }
        throw new IllegalArgumentException("no text can be written in ASCII");
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
