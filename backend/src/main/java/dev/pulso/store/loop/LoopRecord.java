package dev.pulso.store.loop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record in a step of the loop.
 *
 * @param status in the words of its kind
 * @param amountCents what it is about, in minor units of the currency, or null
 */
public record LoopRecord(
        UUID id,
        @Nullable String title,
        String status,
        Instant at,
        @Nullable LocalDate dueOn,
        @Nullable Long amountCents,
        @Nullable String currency,
        @Nullable String billingCycle) {}
