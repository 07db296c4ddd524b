/**
 * Bringing data in from CSV files. A file is looked into (preview), taken together with a mapping of its columns to the
 * fields of an entity, and stored row by row in the background: in batches, each one transaction that also records the
 * progress, so that a crash loses nothing and doubles nothing. Bad rows are kept with the reason; the others go in.
 *
 * <p>What is stored, and how, is told by the beans that implement {@link dev.pulso.store.imports.RowImporter} in the
 * modules that own the records. This module knows none of them.
 */
@NullMarked
package dev.pulso.imports;

import org.jspecify.annotations.NullMarked;
