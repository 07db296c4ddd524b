package dev.pulso.crm.internal.forecast;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What somebody aims to sell in a month, which is told by its first day. */
@RegisterForReflection
record GoalData(
        UUID id,
        UUID ownerId,
        LocalDate month,
        long amountCents,
        String currency,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
