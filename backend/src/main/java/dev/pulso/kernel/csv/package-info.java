/**
 * Reads the CSV files that people really have: saved by Excel in Brazil, exported by another system, cut by hand.
 *
 * <p>{@link dev.pulso.kernel.csv.CsvProbe} reads a file once from end to end and says what it is: encoding,
 * separator, columns with the type their values suggest, how many rows, which rows are broken. A screen can then offer
 * a mapping and an import knows beforehand that nothing stops it half-way. {@link dev.pulso.kernel.csv.CsvReader}
 * streams the rows.
 *
 * <p>There are two kinds of failure. What makes the whole file unreadable is a
 * {@link dev.pulso.kernel.csv.CsvException}; what is wrong with one row is a
 * {@link dev.pulso.kernel.csv.CsvRow.Broken} in its place, and reading goes on. Both carry a
 * {@link dev.pulso.kernel.Reason} and lines are counted as an editor shows them: from 1, the header included,
 * line breaks inside quotes too.
 */
@NullMarked
package dev.pulso.kernel.csv;

import org.jspecify.annotations.NullMarked;
