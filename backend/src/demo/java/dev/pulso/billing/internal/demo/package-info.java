/** A year of invoices of the demo company; see {@link dev.pulso.demo}. */
@NullMarked
package dev.pulso.billing.internal.demo;

import org.jspecify.annotations.NullMarked;
