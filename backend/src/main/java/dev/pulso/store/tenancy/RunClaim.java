package dev.pulso.store.tenancy;

import java.util.UUID;

/**
 * Work that another process takes over when this one falls silent. Every transaction of a {@link Caller} with a claim
 * first makes sure that it still has it, and fails with {@link RunTakenOver} when it has not.
 *
 * @param run the job run
 * @param attempt counts up with every takeover
 */
public record RunClaim(UUID run, int attempt) {}
