package dev.pulso.crm.internal.pipeline;

import java.util.UUID;

/** A column of the board. {@code probability}: percent. */
public record StageData(UUID id, String name, StageType type, int probability) {}
