package dev.pulso.lists.internal.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.pulso.kernel.csv.Formulas;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text with separators, as RFC 4180 and the spreadsheets of a language have it. */
final class CsvFile implements RowFile {
    private static final char MARK = '\ufeff';

    private final CsvWriter csv;
    private final Conventions conventions;
    private final ZoneId zone;
    private final DateTimeFormatter days;

    CsvFile(OutputStream out, List<ExportTable.Head> heads, Conventions conventions, ZoneId zone) throws IOException {
        this.conventions = conventions;
        this.zone = zone;
        this.days = conventions.days();
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (conventions.isMarked()) {
            text.write(MARK);
        }
        this.csv = CsvWriter.builder()
                .fieldSeparator(conventions.separator())
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        csv.writeRecord(
                heads.stream().map(head -> Formulas.escaped(head.title())).toArray(String[]::new));
    }

    @Override
    public void row(@Nullable Object[] values) {
        String[] cells = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            cells[i] = cell(values[i]);
        }
        csv.writeRecord(cells);
    }

    private String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal amount -> amount.toPlainString().replace('.', conventions.decimalPoint());
            case LocalDate day -> days.format(day);
            case Instant moment ->
                conventions == Conventions.STANDARD
                        ? moment.toString()
                        : conventions.moments().format(moment.atZone(zone));
            case Number number -> number.toString();
            case Boolean yes -> yes.toString();
            default -> Formulas.escaped(text(value));
        };
    }

    /** What has no form of its own in a table. */
    static String text(Object value) {
        return switch (value) {
            case Collection<?> several -> several.stream().map(Object::toString).collect(Collectors.joining(", "));
            case Map<?, ?> object when object.isEmpty() -> "";
            case Map<?, ?> object -> {
                JsonObject json = new JsonObject();
                object.forEach((name, of) -> json.put(name.toString(), of));
                yield json.encode();
            }
            default -> value.toString();
        };
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
