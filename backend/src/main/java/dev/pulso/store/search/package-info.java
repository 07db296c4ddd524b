/**
 * Records are found by words: a table of them that the database keeps (docs/adr/0057-search.md), looked into by {@link
 * dev.pulso.store.search.Searches}. A module whose records can be found brings a {@link dev.pulso.store.search.SearchSource} and, for their
 * words, a function {@code search_words_of} with {@code make_searchable} in its migrations.
 */
@NullMarked
package dev.pulso.store.search;

import org.jspecify.annotations.NullMarked;
