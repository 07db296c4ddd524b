package dev.pulso.demo;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A party that has bought: a customer.
 *
 * @param id of the customer
 * @param companyId of the company on the sales side; null for a person
 * @param dealId the won deal that made it a customer; null when that was before the year
 * @param manager who looks after it
 */
public record Buyer(
        Party party,
        UUID id,
        @Nullable UUID companyId,
        @Nullable UUID dealId,
        UUID manager,
        LocalDate since,
        OffsetDateTime createdAt) {}
