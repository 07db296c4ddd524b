package dev.pulso.kernel.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a whole file to find out what it is, before anything is done with it.
 *
 * <p>It takes one pass for the encoding and one for the rows, about a second per 50 MB. When it answers, a
 * {@link CsvReader} with the same format and limits will reach the end of the file.
 */
public final class CsvProbe {

    /** In the order of preference when a file fits several. */
    private static final char[] SEPARATORS = {';', ',', '\t', '|'};

    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)sep=([;,\\t|:^~])\\R");
    private static final int HEAD_CHARS = 1 << 16;
    private static final int HEAD_RECORDS = 100;
    private static final int SAMPLES = 20;

    private CsvProbe() {}

    /**
     * @throws CsvException when the file is empty, too large, not text, in mixed encodings, has values under no name, or a
     *     quote that is never closed
     */
    public static CsvShape probe(Path file, CsvLimits limits) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new CsvException("csv_empty", "The file is empty.");
        }
        if (size > limits.maxBytes()) {
            throw new CsvException("csv_too_large", "The file has more than " + limits.maxBytes() / 1_000_000 + " MB.");
        }
        Charset charset = Encoding.detect(file);
        return probe(file, new CsvFormat(charset, separator(head(file, charset), limits)), limits);
    }

    /** The same when a person has said how the file is written. */
    public static CsvShape probe(Path file, CsvFormat format, CsvLimits limits) throws IOException {
        try (CsvReader reader = CsvReader.open(file, format, limits)) {
            List<ColumnGuess> guesses = new ArrayList<>();
            for (String name : reader.columns()) {
                guesses.add(new ColumnGuess(guesses.size(), name));
            }
            List<CsvRow.Fields> samples = new ArrayList<>();
            List<CsvRow.Broken> broken = new ArrayList<>();
            long rows = 0;
            long brokenRows = 0;
            while (reader.hasNext()) {
                rows++;
                switch (reader.next()) {
                    case CsvRow.Fields fields -> {
                        for (int i = 0; i < guesses.size(); i++) {
                            guesses.get(i).add(fields.values().get(i));
                        }
                        if (samples.size() < SAMPLES) {
                            samples.add(fields);
                        }
                    }
                    case CsvRow.Broken row -> {
                        brokenRows++;
                        if (broken.size() < SAMPLES) {
                            broken.add(row);
                        }
                    }
                }
            }
            List<CsvColumn> columns = guesses.stream().map(ColumnGuess::column).toList();
            return new CsvShape(format, columns, rows, brokenRows, List.copyOf(samples), List.copyOf(broken));
        }
    }

    /**
     * The separator that cuts the header into several fields and most other rows into as many. A file that none cuts
     * has one column.
     */
    private static char separator(String head, CsvLimits limits) {
        Matcher named = SEPARATOR_LINE.matcher(head);
        if (named.lookingAt()) {
            return named.group(1).charAt(0);
        }
        char best = ',';
        double bestScore = 0;
        for (char candidate : SEPARATORS) {
            double score = score(head, candidate, limits);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** How evenly the separator cuts: the share of rows as wide as the header, wider headers breaking ties. */
    private static double score(String head, char separator, CsvLimits limits) {
        int width = 0;
        int rows = 0;
        int even = 0;
        try (CloseableIterator<CsvRecord> records = CsvReader.tryOut(new StringReader(head), separator, limits)) {
            while (records.hasNext() && rows < HEAD_RECORDS) {
                int fields = records.next().getFieldCount();
                width = rows == 0 ? fields : width;
                even += fields == width ? 1 : 0;
                rows++;
            }
        } catch (CsvParseException | IOException endless) {
            return 0;
        }
        return width < 2 ? 0 : (double) even / rows + width / 1e6;
    }

    /** The beginning of the file, cut behind a line; undecodable characters do not matter here. */
    private static String head(Path file, Charset charset) throws IOException {
        Reader decoded = new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        try (BufferedReader reader = new BufferedReader(decoded, HEAD_CHARS)) {
            char[] buffer = new char[HEAD_CHARS];
            int length = 0;
            int read = reader.read(buffer, 0, HEAD_CHARS);
            while (read > 0) {
                length += read;
                read = reader.read(buffer, length, HEAD_CHARS - length);
            }
            int start = length > 0 && buffer[0] == '\ufeff' ? 1 : 0;
            String head = new String(buffer, start, length - start);
            int lastLine = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r'));
            return length < HEAD_CHARS || lastLine < 0 ? head : head.substring(0, lastLine);
        }
    }
}
