package dev.pulso.crm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fact {@code lead.converted}: a lead has become a deal. */
@RegisterForReflection
public record LeadConverted(
        UUID leadId,
        UUID dealId,
        @Nullable UUID companyId,
        @Nullable UUID contactId,
        @Nullable UUID ownerId) {
    public static final String TYPE = "lead.converted";
}
