/**
 * The words every module shares: money, dates of a contract, Brazilian documents, phone numbers, the order of cards.
 *
 * <p>Pure values without a framework, a clock or a database. Each class is immutable, safe to share between threads,
 * and either holds a right value or does not exist: factories named {@code of} throw {@link IllegalArgumentException}
 * and are for values the program made, factories named {@code parse} answer a {@link dev.pulso.kernel.Parsed}
 * with a {@link dev.pulso.kernel.Reason} and are for what a person or a file wrote.
 *
 * <ul>
 *   <li>Money is integer cents ({@link dev.pulso.kernel.Money}); recurring revenue per month is an exact
 *       fraction ({@link dev.pulso.kernel.MonthlyAmount}) that is rounded only to be shown.
 *   <li>The periods of a contract are counted from its first day ({@link dev.pulso.kernel.BillingPeriods}),
 *       never from the period before, so that they cannot drift.
 *   <li>What a spreadsheet holds is read by {@link dev.pulso.kernel.AmountParser} and
 *       {@link dev.pulso.kernel.DateParser}; a doubtful amount is refused, not guessed.
 *   <li>{@link dev.pulso.kernel.TaxId}, {@link dev.pulso.kernel.PhoneNumber} and
 *       {@link dev.pulso.kernel.Email} have one stored form each, which is also what duplicates are found by.
 *   <li>{@link dev.pulso.kernel.FractionalKey} orders cards so that one drop writes one row.
 * </ul>
 */
@NullMarked
package dev.pulso.kernel;

import org.jspecify.annotations.NullMarked;
