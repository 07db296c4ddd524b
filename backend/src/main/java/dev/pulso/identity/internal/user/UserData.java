package dev.pulso.identity.internal.user;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person of a tenant, without its password. */
public record UserData(
        UUID id,
        String name,
        String email,
        String role,
        @Nullable Instant lastLoginAt,
        Instant createdAt,
        boolean disabled) {}
