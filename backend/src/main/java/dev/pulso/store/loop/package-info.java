/**
 * The way of a sale from lead to payment, as seen from one record of it. A module that keeps a step of it brings a {@link
 * dev.pulso.store.loop.LoopSource}; who asks where a record stands knows none of them (docs/adr/0063-the-loop-of-a-record.md).
 */
@NullMarked
package dev.pulso.store.loop;

import org.jspecify.annotations.NullMarked;
