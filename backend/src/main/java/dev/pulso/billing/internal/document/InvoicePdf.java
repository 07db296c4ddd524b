package dev.pulso.billing.internal.document;

import static dev.pulso.billing.internal.document.PdfBlocks.chunk;
import static dev.pulso.billing.internal.document.PdfBlocks.line;
import static dev.pulso.billing.internal.document.PdfBlocks.plain;
import static dev.pulso.billing.internal.document.PdfBlocks.row;
import static dev.pulso.billing.internal.document.PdfBlocks.table;

import dev.pulso.billing.InvoiceData;
import dev.pulso.billing.InvoiceDetail;
import dev.pulso.billing.InvoiceItemData;
import dev.pulso.billing.ItemKind;
import dev.pulso.company.Logos.Logo;
import dev.pulso.company.TenantData;
import dev.pulso.kernel.Money;
import dev.pulso.kernel.TaxId;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** An invoice on A4, as people in Brazil read it. One page unless it has very many items. Blocks: run it on a worker. */
final class InvoicePdf {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Logger LOG = Logger.getLogger(InvoicePdf.class);
    private static final float MARGIN = 48;
    private static final Set<String> DRAWN = Set.of("image/png", "image/jpeg");

    private static final float LOGO_WIDTH = 170;
    private static final float LOGO_HEIGHT = 46;

    private final PdfStyle style;
    private final InvoiceDetail detail;
    private final InvoiceData invoice;
    private final TenantData tenant;
    private final @Nullable Logo logo;
    private final @Nullable String customerEmail;
    private final @Nullable PixCharge pix;

    private InvoicePdf(
            InvoiceDetail detail,
            TenantData tenant,
            @Nullable Logo logo,
            @Nullable String customerEmail,
            @Nullable PixCharge pix) {
        this.style = new PdfStyle(tenant.accentColor());
        this.detail = detail;
        this.invoice = detail.invoice();
        this.tenant = tenant;
        this.logo = logo;
        this.customerEmail = customerEmail;
        this.pix = pix;
    }

    /**
     * What is null is left out of the document.
     *
     * @param logo of the company
     * @param customerEmail where the customer is written to
     */
    static byte[] render(
            InvoiceDetail detail,
            TenantData tenant,
            @Nullable Logo logo,
            @Nullable String customerEmail,
            @Nullable PixCharge pix) {
        return new InvoicePdf(detail, tenant, logo, customerEmail, pix).render();
    }

    private byte[] render() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + 12)) {
            PdfWriter writer = PdfWriter.getInstance(document, bytes);
            writer.setPageEvent(new Footer());
            document.addTitle(title());
            document.addAuthor(tenant.name());
            document.addCreator("Pulso");
            document.open();
            document.add(header());
            document.add(summary());
            document.add(facts());
            document.add(items());
            document.add(totals());
            if (pix != null) {
                document.add(PdfPixBlock.of(writer, style, pix));
            }
            if (detail.notes() != null) {
                document.add(notes(detail.notes()));
            }
        }
        return bytes.toByteArray();
    }

    private String title() {
        return invoice.number() == null ? "Fatura (rascunho)" : "Fatura nº %06d".formatted(invoice.number());
    }

    private PdfPTable header() {
        PdfPTable table = table(58, 42);
        PdfPCell company = plain();
        company.setPaddingRight(12);
        Image picture = picture();
        if (picture != null) {
            company.addElement(picture);
        }
        // Below a logo the name is small print: the picture says it large.
        Paragraph name =
                line(tenant.name(), style.bold(picture == null ? 16 : 10.5f, PdfStyle.INK), Element.ALIGN_LEFT);
        name.setSpacingBefore(picture == null ? 0 : 6);
        company.addElement(name);
        if (tenant.taxId() != null) {
            company.addElement(small(taxId(tenant.taxId())));
        }
        table.addCell(company);
        PdfPCell number = plain();
        number.addElement(line(title(), style.bold(16, PdfStyle.INK), Element.ALIGN_RIGHT));
        number.addElement(line(statusText(), style.bold(10, statusColor()), Element.ALIGN_RIGHT));
        table.addCell(number);
        table.setSpacingAfter(18);
        return table;
    }

    /** A picture that the writer of PDFs does not know (WebP), or that is broken behind its first bytes, is left out. */
    private @Nullable Image picture() {
        if (logo == null || !DRAWN.contains(logo.mediaType())) {
            return null;
        }
        try {
            Image image = Image.getInstance(logo.content());
            // A small one stays as it is: it would be blurred.
            if (image.getWidth() > LOGO_WIDTH || image.getHeight() > LOGO_HEIGHT) {
                image.scaleToFit(LOGO_WIDTH, LOGO_HEIGHT);
            }
            return image;
        } catch (IOException | RuntimeException e) {
            LOG.warnf(e, "the logo of tenant %s cannot be drawn", tenant.id());
            return null;
        }
    }

    /** What one looks for first: until when, and how much. */
    private PdfPTable summary() {
        LocalDate paidOn = invoice.paidOn();
        boolean open = invoice.payable();
        PdfPTable table = table(50, 50);
        table.addCell(band(
                paidOn == null ? "Vencimento" : "Paga em",
                date(paidOn == null ? invoice.dueOn() : paidOn),
                PdfStyle.INK,
                Rectangle.LEFT,
                Element.ALIGN_LEFT));
        table.addCell(band(
                open ? "Valor a pagar" : "Total",
                money(open ? invoice.openCents() : invoice.totalCents()),
                open ? style.accentInk() : PdfStyle.INK,
                Rectangle.NO_BORDER,
                Element.ALIGN_RIGHT));
        table.setSpacingAfter(18);
        return table;
    }

    private PdfPCell band(String label, String value, Color ink, int border, int alignment) {
        PdfPCell cell = new PdfPCell();
        cell.setBorder(border);
        cell.setBorderColor(style.accent());
        cell.setBorderWidth(4);
        cell.setBackgroundColor(PdfStyle.SOFT);
        cell.setPadding(12);
        cell.setPaddingTop(8);
        cell.addElement(line(label, style.regular(9, PdfStyle.SECONDARY), alignment));
        cell.addElement(line(value, style.bold(18, ink), alignment));
        return cell;
    }

    private PdfPTable facts() {
        PdfPTable table = table(60, 20, 20);
        PdfPCell customer = fact("Cliente", invoice.customerName());
        if (invoice.customerTaxId() != null) {
            customer.addElement(small(taxId(invoice.customerTaxId())));
        }
        if (customerEmail != null) {
            customer.addElement(small(customerEmail));
        }
        table.addCell(customer);
        table.addCell(fact("Emissão", invoice.issuedOn() == null ? "—" : date(invoice.issuedOn())));
        table.addCell(fact("Vencimento", date(invoice.dueOn())));
        table.setSpacingAfter(20);
        return table;
    }

    private Paragraph small(String text) {
        return line(text, style.regular(9, PdfStyle.SECONDARY), Element.ALIGN_LEFT);
    }

    private PdfPCell fact(String label, String value) {
        PdfPCell cell = new PdfPCell();
        cell.setBorder(Rectangle.TOP);
        cell.setBorderColor(PdfStyle.LINE);
        cell.setPadding(0);
        cell.setPaddingTop(6);
        cell.setPaddingRight(8);
        cell.addElement(line(label, style.regular(8.5f, PdfStyle.SECONDARY), Element.ALIGN_LEFT));
        cell.addElement(line(value, style.bold(10.5f, PdfStyle.INK), Element.ALIGN_LEFT));
        return cell;
    }

    private PdfPTable items() {
        PdfPTable table = table(43, 11, 8, 19, 19);
        table.setHeaderRows(1);
        Font head = style.regular(8.5f, PdfStyle.SECONDARY);
        for (String label : List.of("Item", "Tipo")) {
            table.addCell(row(label, head, Element.ALIGN_LEFT, PdfStyle.SOFT));
        }
        for (String label : List.of("Qtd.", "Unitário", "Total")) {
            table.addCell(row(label, head, Element.ALIGN_RIGHT, PdfStyle.SOFT));
        }
        Font text = style.regular(9.5f, PdfStyle.INK);
        for (InvoiceItemData item : detail.items()) {
            table.addCell(row(item.description(), text, Element.ALIGN_LEFT, null));
            table.addCell(row(kind(item.kind()), style.regular(9.5f, PdfStyle.SECONDARY), Element.ALIGN_LEFT, null));
            table.addCell(row(Money.brazilian(item.quantity(), 0), text, Element.ALIGN_RIGHT, null));
            table.addCell(row(unitPrice(item.unitPrice()), text, Element.ALIGN_RIGHT, null));
            table.addCell(row(amount(item.totalCents()), text, Element.ALIGN_RIGHT, null));
        }
        return table;
    }

    private PdfPTable totals() {
        PdfPTable table = table(70, 30);
        total(table, "Total", invoice.totalCents(), style.bold(10.5f, PdfStyle.INK));
        if (invoice.paidCents() > 0) {
            total(table, "Pago", invoice.paidCents(), style.regular(10.5f, PdfStyle.PAID));
            total(table, "Em aberto", invoice.openCents(), style.bold(13, PdfStyle.INK));
        }
        table.setSpacingAfter(22);
        return table;
    }

    private void total(PdfPTable table, String label, long cents, Font font) {
        table.addCell(row(label, style.regular(9.5f, PdfStyle.SECONDARY), Element.ALIGN_RIGHT, null));
        table.addCell(row(money(cents), font, Element.ALIGN_RIGHT, null));
    }

    private Paragraph notes(String text) {
        Paragraph notes = line("Observações\n", style.regular(8.5f, PdfStyle.SECONDARY), Element.ALIGN_LEFT);
        notes.add(chunk(text, style.regular(9.5f, PdfStyle.INK)));
        return notes;
    }

    private String statusText() {
        return switch (invoice.status()) {
            case draft -> "Rascunho";
            case issued -> invoice.paidCents() > 0 ? "Parcialmente paga" : "Em aberto";
            case overdue -> "Vencida";
            case paid -> "Paga";
            case cancelled -> "Cancelada";
        };
    }

    private Color statusColor() {
        return switch (invoice.status()) {
            case paid -> PdfStyle.PAID;
            case overdue, cancelled -> PdfStyle.OVERDUE;
            case issued -> style.accentInk();
            case draft -> PdfStyle.SECONDARY;
        };
    }

    private static String kind(ItemKind kind) {
        return switch (kind) {
            case plan -> "plano";
            case product -> "produto";
            case service -> "serviço";
        };
    }

    private String money(long cents) {
        return Money.of(cents, invoice.currency()).toBrazilian();
    }

    /** Without the currency, which the totals say. */
    private String amount(long cents) {
        String money = money(cents);
        return money.substring(money.indexOf('\u00a0') + 1);
    }

    /** With the decimals of the currency, and more where it has more. */
    private String unitPrice(BigDecimal price) {
        return Money.brazilian(price, Money.of(0, invoice.currency()).decimals());
    }

    private static String date(LocalDate date) {
        return date.format(DATE);
    }

    private static String taxId(String value) {
        TaxId taxId = TaxId.of(value);
        return taxId.kind() + " " + taxId.masked();
    }

    private final class Footer extends PdfPageEventHelper {
        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            PdfContentByte canvas = writer.getDirectContent();
            String rest = "  ·  " + title() + "  ·  página " + writer.getPageNumber();
            String text = fitting(tenant.name(), rest, document.getPageSize().getWidth() - 2 * MARGIN);
            canvas.beginText();
            canvas.setFontAndSize(style.regular(), 8);
            canvas.setColorFill(PdfStyle.SECONDARY);
            canvas.showTextAligned(
                    Element.ALIGN_CENTER, text, document.getPageSize().getWidth() / 2, MARGIN / 2, 0);
            canvas.endText();
        }

        /** A name that is too long for the line loses its end, not what stands behind it. */
        private String fitting(String name, String rest, float width) {
            String text = PdfStyle.shown(name + rest, style.regular());
            for (int end = name.length(); style.regular().getWidthPoint(text, 8) > width; ) {
                end = name.offsetByCodePoints(end, -1);
                text = PdfStyle.shown(name.substring(0, end) + "…" + rest, style.regular());
            }
            return text;
        }
    }
}
