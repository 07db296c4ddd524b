package dev.pulso.store.files;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Names of files, which come from anybody's machine and go to anybody's. */
public final class FileNames {
    /** Characters; what every file system takes. */
    public static final int LONGEST = 255;

    private static final String NAMELESS = "file";
    private static final int LONGEST_ENDING = 16;

    private FileNames() {}

    /**
     * The name as it is kept and shown: the last part of a path, without characters that cannot be seen or that turn others
     * round (a name that reads "fatura_exe.pdf" and ends in .exe), and never longer than {@value #LONGEST}; its ending stays.
     */
    public static String kept(@Nullable String given) {
        String name = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder seen = new StringBuilder();
        name.codePoints().filter(FileNames::isShown).forEach(seen::appendCodePoint);
        name = seen.toString().strip();
        while (name.startsWith(".")) {
            name = name.substring(1).strip();
        }
        if (name.isEmpty()) {
            return NAMELESS;
        }
        return name.length() <= LONGEST ? name : shortened(name);
    }

    /** The value of a Content-Disposition (RFC 6266): the name for every browser, and in letters that any header may have. */
    public static String disposition(boolean inline, String name) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> plain.append(c < ' ' || c > '~' || c == '"' || c == '\\' || c == '%' ? '_' : (char) c));
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (inline ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }

    /** What joins an emoji is kept; what is not there, or turns the reading round, is not. */
    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            case Character.FORMAT -> c == 0x200d;
            default -> "<>:\"|?*".indexOf(c) < 0;
        };
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int end = LONGEST - ending.length();
        // No half of a character that takes two.
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }
}
