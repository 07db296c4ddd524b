package dev.pulso.kernel.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Finds the character encoding of a file by looking at all of its bytes: the first accent may stand in the last row.
 *
 * <p>A byte-order mark decides. Else a file that is right UTF-8 is UTF-8; chance does not write right multi-byte
 * sequences. Else it is windows-1252, which is latin-1 with printable characters where latin-1 has control codes, and
 * is what Excel in Brazil saves. A file that holds both was glued together and is refused, as is one that is not text.
 */
final class Encoding {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Formats that people upload instead, by their first bytes. */
    private static final Map<String, String> OTHER_FORMATS = Map.of(
            "PK\u0003\u0004", "spreadsheet",
            "\u00d0\u00cf\u0011\u00e0", "spreadsheet",
            "%PDF", "PDF document",
            "\u001f\u008b", "compressed file");

    /** Bytes that windows-1252 gives no character. */
    private static final String UNDEFINED_IN_1252 = "\u0081\u008d\u008f\u0090\u009d";

    private long bytes;
    private long controls;
    private long multiByte;
    private long malformed;
    private long undefined;
    private long line = 1;
    private long malformedLine;
    private long undefinedLine;

    /** Continuation bytes still to come, and the range that the next one must be in. */
    private int pending;

    private int least;
    private int most;

    private Encoding() {}

    /** @throws CsvException when the file is no text, or text in two encodings */
    static Charset detect(Path file) throws IOException {
        String head;
        try (InputStream in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
        }
        for (Map.Entry<String, String> other : OTHER_FORMATS.entrySet()) {
            if (head.startsWith(other.getKey())) {
                throw new CsvException(
                        other.getValue().equals("spreadsheet") ? "csv_is_spreadsheet" : "csv_not_text",
                        "This is a " + other.getValue() + ", not a CSV file: save it as CSV first.");
            }
        }
        if (head.startsWith("\u00fe\u00ff") || head.startsWith("\u00ff\u00fe")) {
            return StandardCharsets.UTF_16;
        }
        Encoding encoding = new Encoding();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    encoding.see(buffer[i] & 0xFF);
                }
            }
        }
        return encoding.verdict(head.startsWith("\u00ef\u00bb\u00bf"));
    }

    private void see(int octet) {
        bytes++;
        if (octet == 0) {
            throw notText();
        }
        if (pending > 0) {
            if (octet >= least && octet <= most) {
                pending--;
                least = 0x80;
                most = 0xBF;
                multiByte += pending == 0 ? 1 : 0;
                return;
            }
            malformed();
            pending = 0;
        }
        if (octet < 0x80) {
            line += octet == '\n' ? 1 : 0;
            controls += octet < 0x20 && octet != '\n' && octet != '\r' && octet != '\t' ? 1 : 0;
        } else {
            lead(octet);
        }
    }

    /** First byte of a sequence, by the table of well-formed UTF-8 (Unicode 16, table 3-7). */
    private void lead(int octet) {
        if (UNDEFINED_IN_1252.indexOf(octet) >= 0) {
            undefinedLine = undefined == 0 ? line : undefinedLine;
            undefined++;
        }
        pending = octet >= 0xC2 && octet <= 0xDF
                ? 1
                : octet >= 0xE0 && octet <= 0xEF ? 2 : octet >= 0xF0 && octet <= 0xF4 ? 3 : 0;
        least = octet == 0xE0 ? 0xA0 : octet == 0xF0 ? 0x90 : 0x80;
        most = octet == 0xED ? 0x9F : octet == 0xF4 ? 0x8F : 0xBF;
        if (pending == 0) {
            malformed();
        }
    }

    private void malformed() {
        malformedLine = malformed == 0 ? line : malformedLine;
        malformed++;
    }

    private Charset verdict(boolean utf8Mark) {
        if (pending > 0) {
            malformed();
        }
        if (controls * 20 > bytes) {
            throw notText();
        }
        if (malformed == 0) {
            return StandardCharsets.UTF_8;
        }
        if (utf8Mark || multiByte > malformed) {
            throw new CsvException(
                    "csv_mixed_encoding",
                    "The file is UTF-8 with characters of another encoding in it.",
                    malformedLine);
        }
        if (undefined > 0) {
            throw new CsvException(
                    "csv_unknown_encoding", "The file is neither UTF-8 nor Windows-1252 (latin-1).", undefinedLine);
        }
        return WINDOWS_1252;
    }

    private static CsvException notText() {
        return new CsvException("csv_not_text", "This is not a text file: save it as CSV first.");
    }
}
