package dev.pulso.kernel.csv;

/**
 * How large a file may be. There is no limit of rows: 750,000 are fine as long as their bytes are.
 *
 * @param maxBytes of the file
 * @param maxColumns in the header
 * @param maxFieldChars in one field; a longer one breaks its row only
 */
public record CsvLimits(long maxBytes, int maxColumns, int maxFieldChars) {

    /** 150 MB, 256 columns, and the 32,767 characters that a cell of a spreadsheet can hold. */
    public static final CsvLimits DEFAULT = new CsvLimits(150_000_000, 256, 32_767);
}
