package dev.pulso.store.data;

import java.util.List;

/**
 * How much a list is about.
 *
 * @param more whether there are more rows than were counted; then nothing is added up
 * @param sums what the rows are worth, by currency; empty where they have no amount
 */
public record RowsSummary(long rows, boolean more, List<Sum> sums) {

    /** What rows are worth together. */
    public record Sum(String currency, long cents, long rows) {}
}
