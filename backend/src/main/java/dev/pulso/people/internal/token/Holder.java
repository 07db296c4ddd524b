package dev.pulso.people.internal.token;

import java.util.UUID;

/** Whom a token was given to, and the address it was sent to. */
public record Holder(UUID tokenId, UUID tenantId, UUID userId, String email) {}
