/**
 * Who changed what: the trail that the database writes with every change, sealed in a chain of blocks, checked and read.
 *
 * <p>Nothing is written from here; triggers do that (docs/adr/0002, 0016). So no module needs to know this one.
 */
@NullMarked
package dev.pulso.audit;

import org.jspecify.annotations.NullMarked;
