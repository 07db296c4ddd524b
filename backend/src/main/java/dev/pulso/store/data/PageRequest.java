package dev.pulso.store.data;

import dev.pulso.kernel.Problem;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a list: how many (50 unless told, 200 at most), in which order, after which cursor, and of which of them.
 *
 * @param removed whether what has left since then is to be told too
 * @param updatedSince not null: what was changed since, in the order of change (see {@link KeysetQuery#changing})
 * @param filters what the grammar of filters says, by parameter: {@code ids}, {@code due_on_from}, {@code status}
 */
public record PageRequest(
        int limit,
        @Nullable String sort,
        @Nullable String cursor,
        @Nullable Instant updatedSince,
        boolean removed,
        Map<String, String> filters) {
    private static final int DEFAULT_LIMIT = 50;

    public PageRequest {
        filters = Map.copyOf(filters);
    }

    public static PageRequest of(@Nullable Integer limit, @Nullable String sort, @Nullable String cursor) {
        return of(limit, sort, cursor, null, false, Map.of());
    }

    public static PageRequest of(
            @Nullable Integer limit, @Nullable String sort, @Nullable String cursor, @Nullable Instant updatedSince) {
        return of(limit, sort, cursor, updatedSince, false, Map.of());
    }

    /** 400 when what has left is asked for without a time since when. */
    public static PageRequest of(
            @Nullable Integer limit,
            @Nullable String sort,
            @Nullable String cursor,
            @Nullable Instant updatedSince,
            boolean removed,
            Map<String, String> filters) {
        if (removed && updatedSince == null) {
            throw Problem.invalid("include", "removed goes with updated_since", "updated_since");
        }
        return new PageRequest(limit == null ? DEFAULT_LIMIT : limit, sort, cursor, updatedSince, removed, filters);
    }
}
