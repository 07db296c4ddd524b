package dev.pulso.billing.internal.document;

import java.awt.Color;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Chunk;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** What documents are built of. */
final class PdfBlocks {
    private PdfBlocks() {}

    static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        return table;
    }

    static PdfPCell plain() {
        PdfPCell cell = new PdfPCell();
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        return cell;
    }

    static PdfPCell row(String text, Font font, int alignment, @Nullable Color background) {
        PdfPCell cell = new PdfPCell(new Phrase(shown(text, font), font));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(PdfStyle.LINE);
        cell.setHorizontalAlignment(alignment);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        cell.setPadding(6);
        cell.setBackgroundColor(background);
        return cell;
    }

    static Paragraph line(String text, Font font, int alignment) {
        Paragraph paragraph = new Paragraph(font.getSize() * 1.35f, shown(text, font), font);
        paragraph.setAlignment(alignment);
        return paragraph;
    }

    static Chunk chunk(String text, Font font) {
        return new Chunk(shown(text, font), font);
    }

    private static String shown(String text, Font font) {
        return PdfStyle.shown(text, font.getBaseFont());
    }
}
