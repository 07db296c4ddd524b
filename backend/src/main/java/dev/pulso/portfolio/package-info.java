/**
 * What is sold every month. A contract is the one recurring agreement with a customer: what for, how much per cycle, at
 * which cost, from when to when. All recurring revenue is in contracts, and the portfolio is their sum on a day.
 *
 * <p>Contracts come from a won deal, from an import or by hand. They know their customer; the deal only by its id.
 * Invoices are made from {@link dev.pulso.portfolio.Contracts#billable}. How a contract changed is kept, so that the
 * portfolio of a day in the past is what it was then.
 */
@NullMarked
package dev.pulso.portfolio;

import org.jspecify.annotations.NullMarked;
