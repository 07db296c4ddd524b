package dev.pulso.crm.internal.tag;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** A word that records are found by. */
@RegisterForReflection
record TagData(UUID id, String name) {}
