package dev.pulso.store.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list: how many rows (50 unless told, 200 at most), in which order, after which cursor.
 *
 * @param updatedSince not null: what was changed since, in the order of change (see {@link KeysetQuery#changing})
 */
public record PageRequest(
        int limit,
        @Nullable String sort,
        @Nullable String cursor,
        @Nullable Instant updatedSince) {
    private static final int DEFAULT_LIMIT = 50;

    public static PageRequest of(@Nullable Integer limit, @Nullable String sort, @Nullable String cursor) {
        return of(limit, sort, cursor, null);
    }

    public static PageRequest of(
            @Nullable Integer limit, @Nullable String sort, @Nullable String cursor, @Nullable Instant updatedSince) {
        return new PageRequest(limit == null ? DEFAULT_LIMIT : limit, sort, cursor, updatedSince);
    }
}
