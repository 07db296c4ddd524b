package dev.pulso.portfolio;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A contract with what only its own page shows; lists leave long texts out.
 *
 * @param internalNotes the customer never sees them
 */
@RegisterForReflection
public record ContractDetail(
        ContractData contract,
        @Nullable String description,
        @Nullable String internalNotes) {}
