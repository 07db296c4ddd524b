/**
 * Files that are kept with records: proposals, signed contracts, pictures. This module has the rows about them (whose they are,
 * what they are called, how much there is of them); the bytes are where {@link dev.pulso.store.files.FileStore} keeps them. Who
 * sees a record sees its files (docs/adr/0055-files.md).
 */
@NullMarked
package dev.pulso.files;

import org.jspecify.annotations.NullMarked;
