package dev.pulso.kernel.csv;

import dev.pulso.kernel.Reason;
import java.util.List;

/** One row below the header. Rows without any value are not rows. */
public sealed interface CsvRow {

    /** The line it starts on, from 1, the header being the first. */
    long line();

    /**
     * A row with one value for each column.
     *
     * @param values as written, quotes taken away; empty for a cell without anything
     */
    record Fields(long line, List<String> values) implements CsvRow {}

    /**
     * A row that does not fit the header or the limits.
     *
     * @param values what there is, as many as there are
     */
    record Broken(long line, List<String> values, Reason reason) implements CsvRow {}
}
