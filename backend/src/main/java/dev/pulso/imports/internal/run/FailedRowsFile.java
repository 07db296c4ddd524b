package dev.pulso.imports.internal.run;

import dev.pulso.kernel.Texts;
import dev.pulso.kernel.csv.Formulas;
import dev.pulso.store.imports.RowError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The refused rows as they stood in the file, with a last column that says why, to be mended and imported again.
 *
 * <p>With a byte-order mark and semicolons, which is what Excel in Brazil opens by itself. Cells that a spreadsheet would
 * run as a formula begin with an apostrophe (OWASP, "CSV injection"); the import takes it away again. It is written piece by
 * piece: all of them together may be as large as the file that was imported.
 */
final class FailedRowsFile {
    private static final String REASON = "import_error";

    private final List<String> columns;
    private final int reasonColumn;

    FailedRowsFile(List<String> columns) {
        this.columns = columns;
        // The file may be one of these, mended and failed again: its old reasons are dropped.
        this.reasonColumn = columns.indexOf(REASON);
    }

    /** What the file begins with. */
    byte[] head() {
        List<String> header = own(columns);
        header.add(REASON);
        return bytes("\ufeff" + line(header));
    }

    /** The next piece of the file. */
    byte[] piece(List<ImportRecords.FailedRow> rows) {
        return bytes(rows.stream().map(this::row).collect(Collectors.joining()));
    }

    private String row(ImportRecords.FailedRow row) {
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() < columns.size()) {
            cells.add("");
        }
        // Surplus cells are part of what is wrong: they go behind, so that the columns stay in place.
        List<String> line = own(cells.subList(0, columns.size()));
        line.add(row.errors().stream().map(FailedRowsFile::reason).collect(Collectors.joining(" ")));
        line.addAll(cells.subList(columns.size(), cells.size()));
        return line(line);
    }

    private List<String> own(List<String> cells) {
        List<String> own = new ArrayList<>(cells);
        if (reasonColumn >= 0) {
            own.remove(reasonColumn);
        }
        return own;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(FailedRowsFile::cell).collect(Collectors.joining(";")) + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String reason(RowError error) {
        return error.field() == null ? error.message() : error.field() + ": " + error.message();
    }

    private static String cell(String value) {
        String safe = Formulas.escaped(value);
        boolean quoted = safe.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r')
                || !safe.equals(Texts.trim(safe));
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
