package dev.pulso.kernel.csv;

import java.util.List;
import java.util.Optional;

/**
 * What a whole file turned out to be.
 *
 * @param format to open it with
 * @param columns in the order of the header
 * @param rows below the header, broken ones included
 * @param brokenRows how many of them are broken
 * @param samples the first rows that are not broken, twenty at most
 * @param firstBroken the first broken rows, twenty at most
 */
public record CsvShape(
        CsvFormat format,
        List<CsvColumn> columns,
        long rows,
        long brokenRows,
        List<CsvRow.Fields> samples,
        List<CsvRow.Broken> firstBroken) {

    /** The column with exactly this name. */
    public Optional<CsvColumn> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
