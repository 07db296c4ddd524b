package dev.pulso.crm.internal.contact;

import dev.pulso.store.data.External;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contact to create. {@code primary}: the one to talk to at its company, instead of whoever was. */
public record NewContact(
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String position,
        @Nullable UUID companyId,
        boolean primary,
        @Nullable String notes,
        External external) {

    /** One that no other system knows. */
    public NewContact(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String position,
            @Nullable UUID companyId,
            boolean primary,
            @Nullable String notes) {
        this(name, email, phone, position, companyId, primary, notes, External.NONE);
    }
}
