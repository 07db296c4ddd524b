/**
 * The story of the demo company, Pixel12 Digital of Curitiba: who its customers are, what they bought in the year that ends
 * today, what was changed, frozen and cancelled since. Plain data, the same for the same day, known to nobody but the modules'
 * demo beans; it knows no module itself.
 *
 * <p><b>How a module adds its part.</b> Write an {@code @ApplicationScoped} class that implements {@link
 * dev.pulso.demo.DemoData} in {@code dev.pulso.<module>.internal.demo} (or next to what it fills):
 *
 * <ol>
 *   <li>Take who and when from {@link dev.pulso.demo.DemoYear}: {@code buyers()} are the customers, {@code agreements()} their
 *       contracts, {@code sales()} the won deals, {@code prospects()} everybody else. Their ids are the ids of the rows, so
 *       that another module's row can be pointed at without reading it.
 *   <li>Take chance from {@code year.chance("<module>.<topic>")} only, and ids from {@code year.id(kind, no, createdAt)}: each
 *       topic has a chance of its own, so that what one module adds does not change what another had.
 *   <li>Make a plan (a pure class, tested without a database), then write it with {@link dev.pulso.demo.DemoRows}, a statement
 *       per table. Everything lies in the past: people act until yesterday, only midnight's jobs have run today.
 *   <li>Choose an {@code order()} behind the modules you point at: tenant 10, customers 20, contracts 30, sales 40, invoices 50.
 * </ol>
 *
 * <p><b>No events.</b> The seed writes how things stand after a year and publishes nothing: thousands of events about the past
 * would wake every handler, mail, webhook and signal for things that have long been dealt with. What a handler would have done
 * (a customer's billing status, say), the module's own bean writes.
 */
@NullMarked
package dev.pulso.demo;

import org.jspecify.annotations.NullMarked;
