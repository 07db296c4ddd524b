package dev.pulso.billing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Event {@value #TYPE}: nothing is open on an invoice any more. */
@RegisterForReflection
public record InvoicePaid(
        UUID invoiceId,
        long number,
        UUID customerId,
        @Nullable UUID contractId,
        long totalCents,
        String currency,
        LocalDate paidOn) {

    public static final String TYPE = "invoice.paid";
}
