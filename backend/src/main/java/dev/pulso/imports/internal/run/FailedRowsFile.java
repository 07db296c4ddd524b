package dev.pulso.imports.internal.run;

import dev.pulso.kernel.Texts;
import dev.pulso.kernel.csv.Formulas;
import dev.pulso.store.imports.RowError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The refused rows as they stood in the file, with a last column that says why, to be mended and imported again.
 *
 * <p>With a byte-order mark and semicolons, which is what Excel in Brazil opens by itself. Cells that a spreadsheet would
 * run as a formula begin with an apostrophe (OWASP, "CSV injection"); the import takes it away again.
 */
final class FailedRowsFile {
    private static final String REASON = "import_error";

    private final StringBuilder text = new StringBuilder("\ufeff");
    private final List<String> columns;
    private final int reasonColumn;

    FailedRowsFile(List<String> columns) {
        this.columns = columns;
        // The file may be one of these, mended and failed again: its old reasons are dropped.
        this.reasonColumn = columns.indexOf(REASON);
        List<String> header = own(columns);
        header.add(REASON);
        line(header);
    }

    void add(ImportRecords.FailedRow row) {
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() < columns.size()) {
            cells.add("");
        }
        // Surplus cells are part of what is wrong: they go behind, so that the columns stay in place.
        List<String> line = own(cells.subList(0, columns.size()));
        line.add(row.errors().stream().map(FailedRowsFile::reason).collect(Collectors.joining(" ")));
        line.addAll(cells.subList(columns.size(), cells.size()));
        line(line);
    }

    String text() {
        return text.toString();
    }

    private List<String> own(List<String> cells) {
        List<String> own = new ArrayList<>(cells);
        if (reasonColumn >= 0) {
            own.remove(reasonColumn);
        }
        return own;
    }

    private void line(List<String> cells) {
        text.append(cells.stream().map(FailedRowsFile::cell).collect(Collectors.joining(";")))
                .append("\r\n");
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
