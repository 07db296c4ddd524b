package dev.pulso.people.internal.user;

import dev.pulso.store.data.External;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a tenant, without its password.
 *
 * @param role the name of a built-in role or the id of one of the tenant's own
 */
@RegisterForReflection
public record UserData(
        UUID id,
        String name,
        String email,
        String role,
        @Nullable UUID teamId,
        @Nullable Instant lastLoginAt,
        External external,
        Instant createdAt,
        Instant updatedAt,
        boolean disabled,
        int version) {}
