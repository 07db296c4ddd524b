package dev.pulso.kernel.csv;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would run as a formula (OWASP, "CSV injection"). What {@link #escaped} writes, {@link #given}
 * reads back, whatever the text.
 */
public final class Formulas {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[\\d.,\\s]+");
    // Full-width signs are signs to a spreadsheet in East Asian settings. The apostrophes are what was escaped before.
    private static final Pattern STARTS =
            Pattern.compile("'*[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20].*", Pattern.DOTALL);

    private Formulas() {}

    /** The text with an apostrophe in front when it would be run, or be taken for one that was escaped. */
    public static String escaped(String text) {
        return STARTS.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that was meant by a cell. */
    public static String given(String cell) {
        return cell.startsWith("'") && STARTS.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
