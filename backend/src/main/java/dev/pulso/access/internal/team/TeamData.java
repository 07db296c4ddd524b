package dev.pulso.access.internal.team;

import java.time.Instant;
import java.util.UUID;

/** A team and how many people belong to it. */
record TeamData(UUID id, String name, int members, Instant createdAt, Instant updatedAt, int version) {}
