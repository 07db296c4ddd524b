package dev.pulso.store.tenancy;

import java.util.UUID;

/**
 * Work that another process takes over when this one falls silent. Every transaction of a {@link Caller} with a claim
 * first makes sure that it still has it, and fails with {@link WorkTakenOver} when it has not.
 *
 * @param queue where the work stands in {@code work}, with {@code key} and {@code seq}
 * @param lease drawn anew with every takeover
 */
public record WorkClaim(String queue, UUID key, long seq, UUID lease) {}
