package dev.pulso.crm.internal.scoring;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A text and what it is worth. */
@RegisterForReflection
public record ScoredAnswer(String text, int points) {}
