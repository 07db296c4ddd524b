package dev.pulso.billing;

import dev.pulso.store.data.External;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money received for an invoice. {@code reference} is its id at the bank or gateway. */
@RegisterForReflection
public record PaymentData(
        UUID id,
        UUID invoiceId,
        UUID customerId,
        String currency,
        long amountCents,
        PaymentMethod method,
        LocalDate paidOn,
        @Nullable String reference,
        External external,
        Instant recordedAt) {}
