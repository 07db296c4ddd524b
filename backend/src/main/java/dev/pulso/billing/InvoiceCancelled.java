package dev.pulso.billing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Event {@value #TYPE}: an invoice is not to be paid any more. A draft had no number. */
@RegisterForReflection
public record InvoiceCancelled(
        UUID invoiceId,
        @Nullable Long number,
        UUID customerId,
        @Nullable UUID contractId) {

    public static final String TYPE = "invoice.cancelled";
}
