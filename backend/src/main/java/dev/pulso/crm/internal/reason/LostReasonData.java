package dev.pulso.crm.internal.reason;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** A reason of the list. */
@RegisterForReflection
public record LostReasonData(
        UUID id, String name, int ordinal, boolean archived, Instant createdAt, Instant updatedAt, int version) {}
