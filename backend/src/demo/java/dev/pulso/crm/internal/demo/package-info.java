/** A year of sales of the demo company; see {@link dev.pulso.demo}. */
@NullMarked
package dev.pulso.crm.internal.demo;

import org.jspecify.annotations.NullMarked;
