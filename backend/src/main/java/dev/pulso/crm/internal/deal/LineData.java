package dev.pulso.crm.internal.deal;

import dev.pulso.crm.internal.product.Charge;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that a deal sells. {@code totalCents}: once or in each cycle, in the currency of the deal. */
@RegisterForReflection
public record LineData(
        UUID id,
        UUID dealId,
        @Nullable UUID productId,
        String description,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal discountPercent,
        long costCents,
        Charge charge,
        @Nullable String serviceType,
        long totalCents,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
