package dev.pulso.crm.internal.contact;

import dev.pulso.store.data.External;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person on the sales side, as lists show it. */
@RegisterForReflection
public record ContactData(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String position,
        @Nullable UUID companyId,
        boolean primary,
        External external,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
