package dev.pulso.billing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;

/** Event {@value #TYPE}: money has arrived for an invoice, all of it or a part. */
@RegisterForReflection
public record PaymentConfirmed(
        UUID paymentId,
        UUID invoiceId,
        UUID customerId,
        long amountCents,
        long openCents,
        String currency,
        PaymentMethod method,
        LocalDate paidOn) {

    public static final String TYPE = "payment.confirmed";
}
