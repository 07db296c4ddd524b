package dev.pulso.billing;

import dev.pulso.store.data.External;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A payment to record; on the tenant's today when no day is given. */
public record NewPayment(
        long amountCents,
        PaymentMethod method,
        @Nullable LocalDate paidOn,
        @Nullable String reference,
        External external) {}
