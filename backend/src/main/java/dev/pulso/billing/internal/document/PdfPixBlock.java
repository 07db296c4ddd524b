package dev.pulso.billing.internal.document;

import static dev.pulso.billing.internal.document.PdfBlocks.line;
import static dev.pulso.billing.internal.document.PdfBlocks.table;

import dev.pulso.kernel.Money;
import io.nayuki.qrcodegen.QrCode;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** A Pix code to scan, or to copy. */
final class PdfPixBlock {
    private static final float QR_SIZE = 118;
    private static final int QUIET_ZONE = 4;
    /** Characters that fit beside the picture. */
    private static final int LINE = 68;

    private PdfPixBlock() {}

    static PdfPTable of(PdfWriter writer, PdfStyle style, PixCharge charge) {
        PdfPTable table = table(30, 70);
        table.setKeepTogether(true);
        PdfPCell code = new PdfPCell(qr(writer, charge.payload()), false);
        code.setBorder(Rectangle.LEFT | Rectangle.TOP | Rectangle.BOTTOM);
        code.setBorderColor(PdfStyle.LINE);
        code.setPadding(8);
        table.addCell(code);
        PdfPCell text = new PdfPCell();
        text.setBorder(Rectangle.RIGHT | Rectangle.TOP | Rectangle.BOTTOM);
        text.setBorderColor(PdfStyle.LINE);
        text.setPadding(10);
        text.addElement(line("Pague com Pix", style.bold(12, PdfStyle.INK), Element.ALIGN_LEFT));
        text.addElement(line(
                Money.brl(charge.amountCents()).toBrazilian(), style.bold(12, style.accentInk()), Element.ALIGN_LEFT));
        Paragraph how = line(
                "Aponte a câmera do aplicativo do seu banco para o código, ou copie e cole:",
                style.regular(9, PdfStyle.SECONDARY),
                Element.ALIGN_LEFT);
        how.setSpacingBefore(4);
        how.setSpacingAfter(4);
        text.addElement(how);
        for (String part : lines(charge.payload())) {
            text.addElement(line(part, style.mono(7.5f, PdfStyle.INK), Element.ALIGN_LEFT));
        }
        Paragraph late = line(
                "O código vale também depois do vencimento.", style.regular(9, PdfStyle.SECONDARY), Element.ALIGN_LEFT);
        late.setSpacingBefore(4);
        text.addElement(late);
        table.addCell(text);
        table.setSpacingAfter(16);
        return table;
    }

    /**
     * The code in lines that fit the column and neither begin nor end with a blank: who copies them gets the code, which
     * wrapped at its blanks would lose them.
     */
    static List<String> lines(String payload) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (payload.length() - from > LINE) {
            int to = from + LINE;
            while (payload.charAt(to - 1) == ' ' || payload.charAt(to) == ' ') {
                to--;
            }
            lines.add(payload.substring(from, to));
            from = to;
        }
        lines.add(payload.substring(from));
        return lines;
    }

    /** Drawn, not a bitmap: sharp on any printer. */
    private static Image qr(PdfWriter writer, String payload) {
        QrCode qr = QrCode.encodeText(payload, QrCode.Ecc.MEDIUM);
        int modules = qr.size + 2 * QUIET_ZONE;
        PdfTemplate template = writer.getDirectContent().createTemplate(modules, modules);
        template.setColorFill(Color.BLACK);
        for (int y = 0; y < qr.size; y++) {
            for (int x = 0; x < qr.size; x++) {
                if (qr.getModule(x, y)) {
                    template.rectangle(x + QUIET_ZONE, modules - QUIET_ZONE - y - 1, 1, 1);
                }
            }
        }
        template.fill();
        Image image = Image.getInstance(template);
        image.scaleAbsolute(QR_SIZE, QR_SIZE);
        return image;
    }
}
