package dev.pulso.identity.internal.user;

import dev.pulso.platform.security.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person of a tenant, without its password. */
public record UserData(
        UUID id,
        String name,
        String email,
        Role role,
        @Nullable Instant lastLoginAt,
        Instant createdAt,
        boolean disabled) {}
