package dev.pulso.billing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Event {@value #TYPE}: an invoice has its number and can be paid. */
@RegisterForReflection
public record InvoiceIssued(
        UUID invoiceId,
        long number,
        UUID customerId,
        @Nullable UUID contractId,
        long totalCents,
        String currency,
        LocalDate issuedOn,
        LocalDate dueOn) {

    public static final String TYPE = "invoice.issued";
}
