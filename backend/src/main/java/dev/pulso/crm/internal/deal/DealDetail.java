package dev.pulso.crm.internal.deal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** A deal with what only its own page shows; lists and boards leave long texts out. */
@RegisterForReflection
public record DealDetail(DealData deal, @Nullable String lostReason) {}
