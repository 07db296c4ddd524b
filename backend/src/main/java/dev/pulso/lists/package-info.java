/**
 * What people do with lists of any kind of records: how much there is, views that are kept. The lists themselves are the modules' that
 * have the records, and are asked by {@code dev.pulso.store.question}.
 */
@NullMarked
package dev.pulso.lists;

import org.jspecify.annotations.NullMarked;
