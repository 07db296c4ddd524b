package dev.pulso.crm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fact {@code closing.waiting}: a sale is closed, and its contracts wait for somebody who may sign them. */
@RegisterForReflection
public record ClosingWaiting(
        UUID closingId,
        UUID dealId,
        @Nullable UUID customerId,
        String currency,
        long oneOffCents,
        long mrrCents,
        LocalDate startOn) {
    public static final String TYPE = "closing.waiting";
}
