/** Search in everything over HTTP. What is found comes from the modules that keep it, by {@code dev.pulso.store.search}. */
@NullMarked
package dev.pulso.search;

import org.jspecify.annotations.NullMarked;
