package dev.pulso.crm.internal.company;

import dev.pulso.kernel.Records;
import dev.pulso.store.data.External;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A company to create. Tax id and phone may carry masks; they are checked and stored without. */
@RegisterForReflection
record NewCompany(
        String name,
        @Nullable String taxId,
        @Nullable String domain,
        @Nullable String industry,
        @Nullable String size,
        @Nullable String website,
        @Nullable String phone,
        @Nullable String notes,
        @Nullable Map<String, Object> custom,
        External external) {

    /** With what stands in the fields of the company. */
    NewCompany custom(Map<String, Object> values) {
        return Records.with(this, "custom", values);
    }

    /** Nothing more is known. */
    static NewCompany named(String name) {
        return Records.of(NewCompany.class, Map.of("name", name, "external", External.NONE));
    }
}
