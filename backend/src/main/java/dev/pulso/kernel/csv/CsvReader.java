package dev.pulso.kernel.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import dev.pulso.kernel.Reason;
import dev.pulso.kernel.Texts;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Streams the rows of a CSV file (RFC 4180 with any separator); memory does not grow with the file.
 *
 * <p>Like Excel it takes any line break, a stray quote inside a field as it stands, and Excel's own first line
 * {@code sep=;}. Lines without a value are skipped. A row with more or fewer fields than the header, or with a field
 * longer than the limit, comes as {@link CsvRow.Broken}; surplus fields that are empty are forgiven, and so are columns
 * without a name as long as they hold nothing.
 *
 * <p>For one thread. Every method may throw {@link CsvException} when the file cannot be read (further): a quote that
 * is never closed, bytes that are not of the encoding, values in a column without a name.
 */
public final class CsvReader implements Iterator<CsvRow>, Closeable {

    /** Put behind the last line: if it ends up inside a field, a quote is still open. */
    private static final String END = "\ue000\uf8ff\ue000";

    private static final Pattern LINE_OF_EXCEPTION = Pattern.compile("line (\\d+)");

    private final CloseableIterator<CsvRecord> records;
    private final CsvLimits limits;
    /** As wide as the header; blank where a column has no name. */
    private final List<String> header;

    private final List<String> columns;
    private @Nullable CsvRow next;
    private long blankRows;

    private CsvReader(CloseableIterator<CsvRecord> records, CsvLimits limits) {
        this.records = records;
        this.limits = limits;
        CsvRecord header = headerRecord();
        if (header != null && isSeparatorLine(header)) {
            header = headerRecord();
        }
        if (header == null) {
            throw new CsvException("csv_empty", "The file is empty.");
        }
        this.header = columns(header);
        this.columns = this.header.stream().filter(name -> !name.isEmpty()).toList();
        if (columns.isEmpty()) {
            throw new CsvException(
                    "csv_header_blank", "No column has a name in the header.", header.getStartingLineNumber());
        }
        this.next = row();
    }

    /** @throws CsvException when the file has no readable header */
    public static CsvReader open(Path file, CsvFormat format, CsvLimits limits) throws IOException {
        if (Files.size(file) > limits.maxBytes()) {
            throw new CsvException("csv_too_large", "The file has more than " + limits.maxBytes() / 1_000_000 + " MB.");
        }
        return open(new BufferedInputStream(Files.newInputStream(file), 1 << 16), format, limits);
    }

    /**
     * Reads a stream, which closes with the reader; its length is not checked.
     *
     * @throws CsvException when the stream has no readable header
     */
    public static CsvReader open(InputStream in, CsvFormat format, CsvLimits limits) throws IOException {
        Reader text = new WithEnd(new InputStreamReader(in, format.charset().newDecoder()));
        try {
            return new CsvReader(parse(text, format.separator(), limits, false), limits);
        } catch (RuntimeException unreadable) {
            in.close();
            throw unreadable;
        }
    }

    /** The names in the header, all different, whatever their case; columns without a name are left out. */
    public List<String> columns() {
        return columns;
    }

    /**
     * Rows without a value so far, up to the row that comes next. Empty lines at the end of the file are none; lines with
     * nothing but separators are.
     */
    public long blankRows() {
        return blankRows;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public CsvRow next() {
        CsvRow current = next;
        if (current == null) {
            throw new NoSuchElementException();
        }
        next = row();
        return current;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    /** The beginning of a file, to try a separator. */
    static CloseableIterator<CsvRecord> tryOut(Reader text, char separator, CsvLimits limits) {
        return parse(text, separator, limits, true);
    }

    private static CloseableIterator<CsvRecord> parse(
            Reader text, char separator, CsvLimits limits, boolean skipEmptyLines) {
        int longest = Math.max(1 << 20, 2 * limits.maxFieldChars());
        return de.siegmar.fastcsv.reader.CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .skipEmptyLines(skipEmptyLines)
                .maxBufferSize(longest)
                .build(CsvRecordHandler.of(handler -> handler.maxFieldSize(longest)), text)
                .iterator();
    }

    private @Nullable CsvRow row() {
        long emptyLines = 0;
        for (CsvRecord found = record(); found != null; found = record()) {
            if (!isBlank(found)) {
                blankRows += emptyLines;
                return row(found);
            }
            if (found.getFieldCount() > 1) {
                blankRows++;
            } else {
                emptyLines++;
            }
        }
        return null;
    }

    /** The first record that is not an empty line. */
    private @Nullable CsvRecord headerRecord() {
        CsvRecord found = record();
        while (found != null && found.getFieldCount() == 1 && isBlank(found)) {
            found = record();
        }
        return found;
    }

    private static boolean isBlank(CsvRecord found) {
        return found.getFields().stream().allMatch(Texts::isBlank);
    }

    private CsvRow row(CsvRecord found) {
        List<String> values = found.getFields();
        int width = header.size();
        if (values.size() < width) {
            return broken(
                    found,
                    "csv_row_too_short",
                    "The row has fewer fields than the header: " + values.size() + " of " + width + ".");
        }
        if (values.subList(width, values.size()).stream().anyMatch(value -> !Texts.isBlank(value))) {
            return broken(
                    found,
                    "csv_row_too_long",
                    "The row has more fields than the header: " + values.size() + " instead of " + width + ".");
        }
        for (int i = 0; i < width; i++) {
            if (values.get(i).length() > limits.maxFieldChars()) {
                return broken(
                        found,
                        "csv_field_too_long",
                        "The field \"" + header.get(i) + "\" has more than " + limits.maxFieldChars()
                                + " characters; a quote may be missing.");
            }
        }
        List<String> named = new ArrayList<>(columns.size());
        for (int i = 0; i < width; i++) {
            if (!header.get(i).isEmpty()) {
                named.add(values.get(i));
            } else if (!Texts.isBlank(values.get(i))) {
                throw new CsvException(
                        "csv_header_blank",
                        "Column " + (i + 1) + " has values, but no name in the header.",
                        found.getStartingLineNumber());
            }
        }
        return new CsvRow.Fields(found.getStartingLineNumber(), List.copyOf(named));
    }

    private static CsvRow broken(CsvRecord found, String code, String message) {
        return new CsvRow.Broken(
                found.getStartingLineNumber(), List.copyOf(found.getFields()), new Reason(code, message));
    }

    /** The next record of the file, or null at its end. */
    private @Nullable CsvRecord record() {
        CsvRecord found;
        try {
            if (!records.hasNext()) {
                return null;
            }
            found = records.next();
        } catch (CsvParseException overflow) {
            // Everything else is forgiven by the settings of the parser, so that this is a field without end.
            Matcher line = LINE_OF_EXCEPTION.matcher(String.valueOf(overflow.getMessage()));
            throw unclosedQuote(line.find() ? Long.parseLong(line.group(1)) : 0);
        } catch (UncheckedIOException unreadable) {
            if (unreadable.getCause() instanceof CharacterCodingException) {
                throw new CsvException("csv_encoding", "The file holds bytes that are not of its character encoding.");
            }
            throw unreadable;
        }
        String last = found.getField(found.getFieldCount() - 1);
        if (last.endsWith(END)) {
            if (found.getFieldCount() > 1 || last.length() > END.length()) {
                throw unclosedQuote(found.getStartingLineNumber());
            }
            return null;
        }
        return found;
    }

    /**
     * Trimmed names. Columns of one name are numbered, {@code Valor (1)} and {@code Valor (2)}, so that none is meant by
     * accident. Nameless ones stay blank in the middle, and go at the end, where a trailing separator leaves them.
     */
    private List<String> columns(CsvRecord header) {
        if (header.getFieldCount() > limits.maxColumns()) {
            throw new CsvException(
                    "csv_too_many_columns", "The file has more than " + limits.maxColumns() + " columns.");
        }
        List<String> names =
                new ArrayList<>(header.getFields().stream().map(Texts::line).toList());
        while (!names.isEmpty() && names.getLast().isEmpty()) {
            names.removeLast();
        }
        Map<String, Integer> times = new HashMap<>();
        for (String name : names) {
            if (name.length() > 200) {
                throw new CsvException(
                        "csv_header_too_long",
                        "Column " + (names.indexOf(name) + 1)
                                + " has a name of more than 200 characters: is the first line the header?",
                        header.getStartingLineNumber());
            }
            times.merge(key(name), 1, Integer::sum);
        }
        Set<String> taken = new HashSet<>(times.keySet());
        Map<String, Integer> numbers = new HashMap<>();
        return names.stream()
                .map(name ->
                        name.isEmpty() || times.getOrDefault(key(name), 0) == 1 ? name : numbered(name, numbers, taken))
                .toList();
    }

    private static String numbered(String name, Map<String, Integer> numbers, Set<String> taken) {
        String numbered;
        do {
            numbered = name + " (" + numbers.merge(key(name), 1, Integer::sum) + ")";
        } while (!taken.add(key(numbered)));
        return numbered;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Excel's hint in the first line; it splits into {@code sep=} and nothing when its own separator is used. */
    static boolean isSeparatorLine(CsvRecord record) {
        String first = record.getField(0);
        return record.getStartingLineNumber() == 1
                && (first.matches("(?i)sep=.?"))
                && record.getFields().stream().skip(1).allMatch(String::isEmpty);
    }

    private static CsvException unclosedQuote(long line) {
        return new CsvException(
                "csv_unclosed_quote", "A quote is opened and never closed in the row that starts here.", line);
    }

    /** The text without a byte-order mark in front, and with {@link #END} on a line of its own behind it. */
    private static final class WithEnd extends Reader {

        private final Reader text;
        private String behind = "\n" + END;
        private boolean started;

        WithEnd(Reader text) {
            this.text = text;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (!started) {
                started = true;
                int first = text.read();
                if (first >= 0 && first != '\ufeff') {
                    buffer[offset] = (char) first;
                    return 1;
                }
            }
            int read = text.read(buffer, offset, length);
            if (read >= 0) {
                return read;
            }
            int rest = Math.min(length, behind.length());
            behind.getChars(0, rest, buffer, offset);
            behind = behind.substring(rest);
            return rest == 0 ? -1 : rest;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
