package dev.pulso.crm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** The fact {@code lead.assigned}: somebody else has given it to a person. */
@RegisterForReflection
public record LeadAssigned(UUID leadId, UUID ownerId) {
    public static final String TYPE = "lead.assigned";
}
