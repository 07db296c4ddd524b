package dev.pulso.store.data;

import dev.pulso.kernel.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list: how many rows (50 unless told, 200 at most), in which order, after which cursor.
 *
 * @param removed whether what has left since then is to be told too
 * @param updatedSince not null: what was changed since, in the order of change (see {@link KeysetQuery#changing})
 */
public record PageRequest(
        int limit,
        @Nullable String sort,
        @Nullable String cursor,
        @Nullable Instant updatedSince,
        boolean removed) {
    private static final int DEFAULT_LIMIT = 50;

    public static PageRequest of(@Nullable Integer limit, @Nullable String sort, @Nullable String cursor) {
        return of(limit, sort, cursor, null);
    }

    public static PageRequest of(
            @Nullable Integer limit, @Nullable String sort, @Nullable String cursor, @Nullable Instant updatedSince) {
        return of(limit, sort, cursor, updatedSince, false);
    }

    /** 400 when what has left is asked for without a time since when. */
    public static PageRequest of(
            @Nullable Integer limit,
            @Nullable String sort,
            @Nullable String cursor,
            @Nullable Instant updatedSince,
            boolean removed) {
        if (removed && updatedSince == null) {
            throw Problem.invalid("include", "removed goes with updated_since", "updated_since");
        }
        return new PageRequest(limit == null ? DEFAULT_LIMIT : limit, sort, cursor, updatedSince, removed);
    }
}
