package dev.pulso.store.imports;

import org.jspecify.annotations.Nullable;

/**
 * Why a row was not stored.
 *
 * @param line as in {@link ImportRow}
 * @param field null when it is not about one field
 * @param code stable, for screens to translate
 * @param message for people
 */
public record RowError(long line, @Nullable String field, String code, String message) {}
