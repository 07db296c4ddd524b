package dev.pulso.people.internal.session;

import java.time.Instant;
import java.util.UUID;

/** An open session as its owner sees it. */
record SessionData(UUID id, Device device, Instant createdAt, Instant lastUsedAt) {}
