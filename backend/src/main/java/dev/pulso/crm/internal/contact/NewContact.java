package dev.pulso.crm.internal.contact;

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
        @Nullable String notes) {}
