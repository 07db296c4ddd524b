package dev.pulso.crm.internal.lead;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** A lead with what only its own page shows; lists leave long texts out. */
@RegisterForReflection
record LeadDetail(
        LeadData lead,
        @Nullable String bantBudget,
        @Nullable String bantAuthority,
        @Nullable String bantNeed,
        @Nullable String bantTimeline,
        @Nullable String notes) {}
