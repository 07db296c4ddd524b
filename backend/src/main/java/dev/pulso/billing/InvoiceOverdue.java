package dev.pulso.billing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Event {@value #TYPE}: the due date of an issued invoice has passed, and something is still open. Told once. */
@RegisterForReflection
public record InvoiceOverdue(
        UUID invoiceId,
        long number,
        UUID customerId,
        @Nullable UUID contractId,
        long openCents,
        String currency,
        LocalDate dueOn) {

    public static final String TYPE = "invoice.overdue";
}
