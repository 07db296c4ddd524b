package dev.pulso.store.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that was found.
 *
 * @param detail what tells it from others of its title
 * @param parentId the record in which it is shown, where it is not shown itself
 */
public record SearchHit(
        UUID id,
        String kind,
        @Nullable String title,
        @Nullable String detail,
        @Nullable String status,
        @Nullable Long amountCents,
        @Nullable String currency,
        @Nullable UUID parentId,
        List<Match> matched) {

    /** A field in which a word was found, and what it says. */
    public record Match(String field, String text) {}

    /**
     * The hits of one kind, the best first.
     *
     * @param nextCursor of those that follow; null when there are no more
     */
    public record Group(
            String kind, List<SearchHit> hits, @Nullable String nextCursor) {}
}
