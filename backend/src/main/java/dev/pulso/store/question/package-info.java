/**
 * The question that a list is asked, as it is kept: a view is one with a name, a bulk action and an export are about the rows that it
 * is answered with (docs/adr/0050-views-bulk-export.md). What may be asked is what the contract of the list says; who answers is
 * the module that has the records.
 */
@NullMarked
package dev.pulso.store.question;

import org.jspecify.annotations.NullMarked;
