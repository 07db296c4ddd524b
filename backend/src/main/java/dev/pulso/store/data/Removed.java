package dev.pulso.store.data;

import java.time.Instant;
import java.util.UUID;

/**
 * A record that is not to be seen any more.
 *
 * @param reason {@code deleted}, or {@code scope}: it is there, and out of the caller's reach
 * @param updatedAt when it left
 */
public record Removed(UUID id, String reason, Instant updatedAt) {}
