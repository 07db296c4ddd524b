/**
 * What the company's records come to. Reports read other modules through the views that these publish
 * ({@code recurring_revenue_spans}, {@code contract_facts}, {@code invoice_facts}, {@code payment_facts},
 * {@code deal_facts}, {@code deal_history}, {@code lead_facts}, {@code customer_names}), never their tables, and change
 * nothing.
 *
 * <p>The database counts and adds up in whole units; what a figure means (which days, against what, when there is none)
 * is decided here, in plain Java. Recurring revenue follows the definitions of ChartMogul, Stripe and ProfitWell under the
 * policy {@code default-1}: frozen and trial count 0, a cancelled contract counts until its last day.
 */
@NullMarked
package dev.pulso.reports;

import org.jspecify.annotations.NullMarked;
