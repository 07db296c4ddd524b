/**
 * Where the bytes of files are: on the disk of the node or in a store that speaks S3, by a setting. Whoever keeps files keeps
 * the rows about them; here nobody knows what a file is for (docs/adr/0055-files.md). What a file is, its bytes say; what may
 * be done with its name, {@link dev.pulso.store.files.FileNames}.
 */
@NullMarked
package dev.pulso.store.files;

import org.jspecify.annotations.NullMarked;
