package dev.pulso.lists.internal.export;

import dev.pulso.kernel.csv.Formulas;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook of one sheet, zipped as it is written: cells have types, so days and amounts can be reckoned with in any language. */
final class XlsxFile implements RowFile {
    /** So many rows are in memory. */
    private static final int FLUSHED = 200;
    /** Characters of a cell; a spreadsheet refuses the whole file for one more. */
    private static final int LONGEST = 32_767;

    private static final String DAY = "yyyy-mm-dd";
    private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";
    private static final double WIDTH = 18;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final ZoneId zone;
    private int next = 1;

    XlsxFile(OutputStream out, List<ExportTable.Head> heads, ZoneId zone) {
        this.workbook = new Workbook(out, "Pulso", "1.0");
        this.sheet = workbook.newWorksheet("Pulso");
        this.zone = zone;
        sheet.freezePane(0, 1);
        for (int i = 0; i < heads.size(); i++) {
            sheet.width(i, WIDTH);
            sheet.inlineString(0, i, text(heads.get(i).title()));
            sheet.style(0, i).bold().set();
        }
    }

    @Override
    public void row(@Nullable Object[] values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            cell(next, i, values[i]);
        }
        if (next % FLUSHED == 0) {
            sheet.flush();
        }
        next++;
    }

    private void cell(int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case BigDecimal amount -> {
                sheet.value(row, column, amount);
                sheet.style(row, column)
                        .format(amount.scale() == 0 ? "#,##0" : "#,##0." + "0".repeat(amount.scale()))
                        .set();
            }
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format(DAY).set();
            }
            case Instant moment -> {
                sheet.value(row, column, moment.atZone(zone).toLocalDateTime());
                sheet.style(row, column).format(MOMENT).set();
            }
            case Number number -> sheet.value(row, column, number);
            case Boolean yes -> sheet.value(row, column, yes);
            default -> sheet.inlineString(row, column, text(CsvFile.text(value)));
        }
    }

    /** A text of a cell is run by nobody until somebody edits the cell, or saves the sheet as text. */
    private static String text(String value) {
        String escaped = Formulas.escaped(value);
        return escaped.length() <= LONGEST ? escaped : escaped.substring(0, LONGEST);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
