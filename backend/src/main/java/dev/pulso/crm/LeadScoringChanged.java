package dev.pulso.crm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** The fact {@code lead_scoring.changed}: leads are to be scored by other rules. */
@RegisterForReflection
public record LeadScoringChanged(UUID leadScoringId, int rulesVersion) {
    public static final String TYPE = "lead_scoring.changed";
}
