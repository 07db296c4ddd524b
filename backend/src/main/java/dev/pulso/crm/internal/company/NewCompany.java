package dev.pulso.crm.internal.company;

import dev.pulso.store.data.External;
import org.jspecify.annotations.Nullable;

/** A company to create. Tax id and phone may carry masks; they are checked and stored without. */
record NewCompany(
        String name,
        @Nullable String taxId,
        @Nullable String domain,
        @Nullable String industry,
        @Nullable String size,
        @Nullable String website,
        @Nullable String phone,
        @Nullable String notes,
        External external) {

    static NewCompany named(String name) {
        return new NewCompany(name, null, null, null, null, null, null, null, External.NONE);
    }
}
