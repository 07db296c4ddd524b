package dev.pulso.kernel;

/** What spreadsheets and web pages leave around a text. */
public final class Texts {

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

    private static boolean isInvisible(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
