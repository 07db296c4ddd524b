package dev.pulso.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What spreadsheets, web pages and keyboards leave in a text. Every edge trims, cuts into words and tells blank by this
 * class, and the keys of names in the database by the same characters (SQL {@code plain_text}): what one of them takes for
 * nothing is nothing for all.
 */
public final class Texts {

    /** Letters and marks by their Unicode category that show nothing: Hangul fillers and the empty Braille cell. */
    private static final String EMPTY_GLYPHS = "\u115f\u1160\u2800\u3164\uffa0";

    private static final Pattern ADDRESS = Pattern.compile(
            "(?iU)(\\b[a-z][a-z0-9+.-]*://|\\bwww\\.)\\S+|\\b[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}/\\S*");

    private Texts() {}

    /** Without white space at the ends, counting no-break spaces, zero-width characters and the byte-order mark. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isInvisible(text.charAt(start))) {
            start++;
        }
        while (end > start && isInvisible(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** True when nothing of the text can be seen. */
    public static boolean isBlank(String text) {
        return text.chars().allMatch(c -> isInvisible((char) c));
    }

    /** The pieces between spaces and line breaks of any kind, each trimmed. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isSpace(text.charAt(i))) {
                String word = trim(text.substring(start, i));
                if (!word.isEmpty()) {
                    words.add(word);
                }
                start = i + 1;
            }
        }
        return words;
    }

    /** The text on one line: a line break or another control character, with the spaces about it, becomes one blank. */
    public static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean broken = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (breaksLine(c)) {
                broken = true;
                int end = line.length();
                while (end > 0 && isSpace(line.charAt(end - 1))) {
                    end--;
                }
                line.setLength(end);
            } else if (!broken || !isSpace(c)) {
                if (broken) {
                    line.append(' ');
                    broken = false;
                }
                line.append(c);
            }
        }
        return trim(line.toString());
    }

    /** True when the text goes over a line, or holds a character that steers instead of being read. */
    public static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> breaksLine((char) c));
    }

    /** How many characters a person counts at most: those outside of Unicode's first plane are one each. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** At most so many characters of it, as {@link #length} counts them: none is cut in half. */
    public static String shortened(String text, int most) {
        return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** Without what a reader of mails makes a link of: what strangers write stands in mails to people who trust who sends them. */
    public static String withoutAddresses(String text) {
        return ADDRESS.matcher(text).replaceAll("…");
    }

    private static boolean breaksLine(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || EMPTY_GLYPHS.indexOf(c) >= 0;
    }

    private static boolean isInvisible(char c) {
        return isSpace(c) || Character.getType(c) == Character.FORMAT;
    }
}
