package dev.pulso.crm.internal.product;

import dev.pulso.kernel.Records;
import dev.pulso.store.data.External;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** A product to create. {@code currency}: ISO 4217; the tenant's when null. */
@RegisterForReflection
record NewProduct(
        String name,
        @Nullable String code,
        String unitPrice,
        @Nullable String currency,
        Charge charge,
        @Nullable String serviceType,
        boolean active,
        External external) {

    NewProduct in(String value) {
        return Records.with(this, "currency", value);
    }
}
