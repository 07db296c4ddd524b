/**
 * What can be done with many records at once. A module says it of its records by a {@link dev.pulso.store.bulk.BulkSource}; that it is
 * done, record by record, told, and taken back is the work of {@code dev.pulso.lists} (docs/adr/0050-views-bulk-export.md).
 */
@NullMarked
package dev.pulso.store.bulk;

import org.jspecify.annotations.NullMarked;
