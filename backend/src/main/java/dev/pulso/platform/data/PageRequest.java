package dev.pulso.platform.data;

import org.jspecify.annotations.Nullable;

/** Which page of a list: how many rows (50 unless told, 200 at most), in which order, after which cursor. */
public record PageRequest(
        int limit, @Nullable String sort, @Nullable String cursor) {
    private static final int DEFAULT_LIMIT = 50;

    public static PageRequest of(@Nullable Integer limit, @Nullable String sort, @Nullable String cursor) {
        return new PageRequest(limit == null ? DEFAULT_LIMIT : limit, sort, cursor);
    }
}
