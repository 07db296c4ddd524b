/**
 * What every module's rows and read models share: the tenant record, and pages by key instead of by offset.
 *
 * <p>Lists are read with plain SQL ({@link dev.pulso.store.data.KeysetQuery}) in one statement; entities are loaded only to be changed.
 */
@NullMarked
package dev.pulso.store.data;

import org.jspecify.annotations.NullMarked;
