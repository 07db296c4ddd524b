package dev.pulso.store.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a file is by its first bytes. The name says nothing of it, but for two kinds of plain text, which are the same to a
 * browser. What is not known is {@code application/octet-stream}: kept, and only ever saved again.
 */
public final class MediaTypes {
    public static final String UNKNOWN = "application/octet-stream";

    /** What a machine would run: nobody attaches it to a record for good. */
    public static final String PROGRAM = "application/x-executable";

    /** How much of a file is looked at. */
    private static final int HEAD = 8 * 1024;

    private static final String TEXT = "text/plain";
    private static final Set<String> SHOWN =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf");

    private record Magic(int at, byte[] bytes, String type) {
        static Magic of(int at, String bytes, String type) {
            return new Magic(at, bytes.getBytes(StandardCharsets.ISO_8859_1), type);
        }
    }

    /** The first that fits. */
    private static final List<Magic> MAGIC = List.of(
            Magic.of(0, "%PDF-", "application/pdf"),
            Magic.of(0, "\u0089PNG\r\n\u001a\n", "image/png"),
            Magic.of(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
            Magic.of(0, "GIF87a", "image/gif"),
            Magic.of(0, "GIF89a", "image/gif"),
            Magic.of(8, "WEBP", "image/webp"),
            Magic.of(8, "WAVE", "audio/wav"),
            Magic.of(8, "AVI ", "video/x-msvideo"),
            Magic.of(0, "II*\u0000", "image/tiff"),
            Magic.of(0, "MM\u0000*", "image/tiff"),
            Magic.of(4, "ftypheic", "image/heic"),
            Magic.of(4, "ftypheix", "image/heic"),
            Magic.of(4, "ftypmif1", "image/heif"),
            Magic.of(4, "ftypavif", "image/avif"),
            Magic.of(4, "ftypM4A", "audio/mp4"),
            Magic.of(4, "ftypqt", "video/quicktime"),
            Magic.of(4, "ftyp", "video/mp4"),
            Magic.of(0, "\u001aE\u00df\u00a3", "video/webm"),
            Magic.of(0, "OggS", "audio/ogg"),
            Magic.of(0, "ID3", "audio/mpeg"),
            Magic.of(0, "\u00ff\u00fb", "audio/mpeg"),
            Magic.of(0, "fLaC", "audio/flac"),
            Magic.of(0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "application/x-ole-storage"),
            Magic.of(0, "{\\rtf", "application/rtf"),
            Magic.of(0, "PK\u0003\u0004", "application/zip"),
            Magic.of(0, "PK\u0005\u0006", "application/zip"),
            Magic.of(0, "7z\u00bc\u00af'\u001c", "application/x-7z-compressed"),
            Magic.of(0, "Rar!\u001a\u0007", "application/vnd.rar"),
            Magic.of(0, "\u001f\u008b", "application/gzip"),
            Magic.of(0, "MZ", PROGRAM),
            Magic.of(0, "\u007fELF", PROGRAM),
            Magic.of(0, "\u00ca\u00fe\u00ba\u00be", PROGRAM),
            Magic.of(0, "\u00cf\u00fa\u00ed\u00fe", PROGRAM),
            Magic.of(0, "\u00ce\u00fa\u00ed\u00fe", PROGRAM),
            Magic.of(0, "L\u0000\u0000\u0000\u0001\u0014\u0002\u0000", PROGRAM),
            Magic.of(0, "#!", PROGRAM));

    /** What a ZIP of an office program has among its first entries. */
    private static final List<Magic> OFFICE = List.of(
            Magic.of(0, "mimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"),
            Magic.of(
                    0,
                    "mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
                    "application/vnd.oasis.opendocument.spreadsheet"),
            Magic.of(
                    0,
                    "mimetypeapplication/vnd.oasis.opendocument.presentation",
                    "application/vnd.oasis.opendocument.presentation"),
            Magic.of(0, "word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Magic.of(0, "xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Magic.of(0, "ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"));

    private MediaTypes() {}

    /** The media type of a file; reads its beginning, and blocks. */
    public static String of(Path file, String name) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return of(content.readNBytes(HEAD), name);
        }
    }

    /** Whether a browser may show it in a page of its own: it can carry no script that would run. */
    public static boolean isShown(String type) {
        return SHOWN.contains(type);
    }

    static String of(byte[] head, String name) {
        for (Magic magic : MAGIC) {
            if (startsWith(head, magic.at(), magic.bytes())) {
                return magic.type().equals("application/zip") ? zip(head) : magic.type();
            }
        }
        return text(head, name);
    }

    private static String zip(byte[] head) {
        String names = new String(head, StandardCharsets.ISO_8859_1);
        for (Magic magic : OFFICE) {
            if (names.contains(new String(magic.bytes(), StandardCharsets.ISO_8859_1))) {
                return magic.type();
            }
        }
        return "application/zip";
    }

    private static String text(byte[] head, String name) {
        if (!isText(head)) {
            return UNKNOWN;
        }
        String begin = new String(head, StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT);
        if (begin.startsWith("\ufeff")) {
            begin = begin.substring(1).strip();
        }
        if (begin.contains("<svg")) {
            return "image/svg+xml";
        }
        if (begin.startsWith("<!doctype html") || begin.contains("<html") || begin.contains("<script")) {
            return "text/html";
        }
        if (begin.startsWith("<?xml")) {
            return "application/xml";
        }
        if (begin.startsWith("begin:vcard")) {
            return "text/vcard";
        }
        if (begin.startsWith("begin:vcalendar")) {
            return "text/calendar";
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".csv") ? "text/csv" : lower.endsWith(".md") ? "text/markdown" : TEXT;
    }

    /** UTF-8, or a code page with a byte for each letter; neither has control characters but for the ends of lines. */
    private static boolean isText(byte[] head) {
        if (head.length == 0) {
            return false;
        }
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                return false;
            }
        }
        return isUtf8(head) || printable(head) > head.length * 95L / 100;
    }

    private static boolean isUtf8(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        // The last letter may be cut in two.
        for (int cut = 0; cut < 4 && cut < head.length; cut++) {
            try {
                decoder.decode(ByteBuffer.wrap(head, 0, head.length - cut));
                return true;
            } catch (CharacterCodingException cutOrNone) {
                decoder.reset();
            }
        }
        return false;
    }

    private static long printable(byte[] head) {
        long ascii = 0;
        for (byte b : head) {
            if (b > 0 || (b & 0xff) >= 0xc0) {
                ascii++;
            }
        }
        return ascii;
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] magic) {
        return bytes.length >= at + magic.length && Arrays.equals(bytes, at, at + magic.length, magic, 0, magic.length);
    }
}
