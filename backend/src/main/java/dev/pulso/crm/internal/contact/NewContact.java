package dev.pulso.crm.internal.contact;

import dev.pulso.kernel.Records;
import dev.pulso.store.data.External;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contact to create. {@code isPrimary}: the one to talk to at its company, instead of whoever was. */
@RegisterForReflection
public record NewContact(
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String position,
        @Nullable UUID companyId,
        boolean isPrimary,
        @Nullable String notes,
        @Nullable Map<String, Object> custom,
        External external) {

    /** With what stands in the fields of the company. */
    public NewContact custom(Map<String, Object> values) {
        return Records.with(this, "custom", values);
    }

    /** Nothing more is known. */
    public static NewContact named(String name) {
        return Records.of(NewContact.class, Map.of("name", name, "isPrimary", false, "external", External.NONE));
    }

    public NewContact email(@Nullable String value) {
        return Records.with(this, "email", value);
    }

    public NewContact phone(@Nullable String value) {
        return Records.with(this, "phone", value);
    }

    public NewContact companyId(@Nullable UUID value) {
        return Records.with(this, "companyId", value);
    }
}
