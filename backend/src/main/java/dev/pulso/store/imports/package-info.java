/**
 * What a module promises so that files can be imported into its records: which fields there are, and how a batch of
 * rows that have already been read and checked is stored. Reading files, mapping columns, progress, errors and
 * resuming after a crash are the business of the imports module.
 */
@NullMarked
package dev.pulso.store.imports;

import org.jspecify.annotations.NullMarked;
