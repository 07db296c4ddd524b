package dev.pulso.crm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fact {@code lead.created}. */
@RegisterForReflection
public record LeadCreated(
        UUID leadId, String stage, int bantScore, @Nullable UUID ownerId) {
    public static final String TYPE = "lead.created";
}
