package dev.pulso.crm.internal.product;

import dev.pulso.store.data.External;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that the company sells. {@code unitPrice}: in units of the currency. */
@RegisterForReflection
public record ProductData(
        UUID id,
        String name,
        @Nullable String code,
        BigDecimal unitPrice,
        String currency,
        Charge charge,
        @Nullable String serviceType,
        boolean active,
        External external,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
