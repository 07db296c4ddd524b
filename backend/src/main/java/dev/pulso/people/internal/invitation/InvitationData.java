package dev.pulso.people.internal.invitation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An open invitation. */
record InvitationData(
        UUID id,
        String email,
        @Nullable String name,
        String role,
        boolean expired,
        @Nullable String invitedBy,
        Instant expiresAt,
        Instant createdAt) {}
