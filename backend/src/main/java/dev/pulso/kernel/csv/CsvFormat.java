package dev.pulso.kernel.csv;

import java.nio.charset.Charset;

/**
 * How the characters of a file are written.
 *
 * @param charset of the bytes; a byte-order mark in front is skipped whatever it says
 * @param separator between fields
 */
public record CsvFormat(Charset charset, char separator) {

    /** The same file, should a person know the separator better. */
    public CsvFormat withSeparator(char other) {
        return new CsvFormat(charset, other);
    }
}
