package dev.pulso.portfolio.internal.contract;

import dev.pulso.kernel.BillingCycle;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Cycles are stored by their public code. */
@Converter
public class BillingCycleColumn implements AttributeConverter<BillingCycle, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable BillingCycle cycle) {
        return cycle == null ? null : cycle.code();
    }

    @Override
    public @Nullable BillingCycle convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : BillingCycle.of(code);
    }
}
