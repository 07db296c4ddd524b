package dev.pulso.crm.internal.pipeline;

import java.util.UUID;

/** Where the deals of a stage that goes are put. */
public record StageMerge(UUID from, UUID to) {}
