package dev.pulso.store.timeline;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened.
 *
 * @param kind of entry, as the contract calls it ({@code activity})
 * @param event what has happened ({@code completed})
 * @param madeById who did it; null when the product did, or nobody knows
 * @param recordType kind of the record that it happened to ({@code activity})
 * @param title what that is called, or null
 * @param amountCents what it is about, in minor units of the currency, or null
 * @param detail what entries of the kind say besides, by its name; empty for most
 */
public record TimelineEntry(
        UUID id,
        String kind,
        String event,
        Instant at,
        @Nullable UUID madeById,
        String recordType,
        UUID recordId,
        @Nullable String title,
        @Nullable Long amountCents,
        @Nullable String currency,
        Map<String, ? extends @Nullable Object> detail) {

    /** Without more to say. */
    public TimelineEntry(
            UUID id,
            String kind,
            String event,
            Instant at,
            @Nullable UUID madeById,
            String recordType,
            UUID recordId,
            @Nullable String title,
            @Nullable Long amountCents,
            @Nullable String currency) {
        this(id, kind, event, at, madeById, recordType, recordId, title, amountCents, currency, Map.of());
    }
}
