/**
 * Charges and their settlement. An invoice is drafted by hand or by the daily run, gets the tenant's next number when it
 * is issued, and is paid by one payment or several until nothing is open.
 *
 * <p>What never bends: a contract has one run invoice per period; numbers have no gaps; 0 <= paid <= total; the total is
 * the sum of the items. The database checks each of them as well.
 *
 * <p>Asks {@code customers} and {@code portfolio} through their facades and tells others by events
 * ({@link dev.pulso.billing.InvoiceIssued}, {@link dev.pulso.billing.PaymentConfirmed},
 * {@link dev.pulso.billing.InvoicePaid}, {@link dev.pulso.billing.InvoiceCancelled}).
 */
@NullMarked
package dev.pulso.billing;

import org.jspecify.annotations.NullMarked;
