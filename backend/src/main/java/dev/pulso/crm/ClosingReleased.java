package dev.pulso.crm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fact {@code closing.released}: what a closed sale waited with is made. */
@RegisterForReflection
public record ClosingReleased(
        UUID closingId,
        UUID dealId,
        @Nullable UUID customerId,
        String currency,
        long oneOffCents,
        long mrrCents,
        List<UUID> contractIds,
        @Nullable UUID invoiceId) {
    public static final String TYPE = "closing.released";
}
