package dev.pulso.crm.internal.scoring;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Points for more of something than a number. */
@RegisterForReflection
public record ScoreRule(String key, String name, ScoreInput input, int moreThan, int points) {}
