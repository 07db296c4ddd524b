/**
 * Timelines and loops over HTTP. What they tell comes from the modules that keep it, by {@code dev.pulso.store.timeline} and {@code
 * dev.pulso.store.loop}.
 */
@NullMarked
package dev.pulso.timeline;

import org.jspecify.annotations.NullMarked;
