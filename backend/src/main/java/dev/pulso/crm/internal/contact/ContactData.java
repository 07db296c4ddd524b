package dev.pulso.crm.internal.contact;

import dev.pulso.store.data.Custom;
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
        Custom custom,
        External external,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
