package dev.pulso.kernel.csv;

import dev.pulso.kernel.DecimalStyle;
import java.util.List;
import java.util.Locale;

/**
 * What a column seems to hold.
 *
 * @param index from 0
 * @param name as in the header, trimmed
 * @param type that at least 95 of 100 values are of, among the first rows
 * @param decimalStyle to read its values with, should they be taken as amounts; found in all rows
 * @param decimalStyleIsGuess true when every such value can be read both ways, so that a person should confirm the
 *     style
 * @param filled how many rows have a value here
 * @param samples the first different values, five at most
 */
public record CsvColumn(
        int index,
        String name,
        Type type,
        DecimalStyle decimalStyle,
        boolean decimalStyleIsGuess,
        long filled,
        List<String> samples) {

    /** The kinds of values that a mapping can be suggested for. */
    public enum Type {
        EMPTY,
        EMAIL,
        DATE,
        TAX_ID,
        PHONE,
        INTEGER,
        AMOUNT,
        TEXT;

        /** {@code empty}, {@code email}, ..., {@code tax_id}, as in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
