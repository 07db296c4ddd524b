package dev.pulso.crm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** The fact {@code deal.assigned}: somebody else has given it to a person. */
@RegisterForReflection
public record DealAssigned(UUID dealId, UUID ownerId) {
    public static final String TYPE = "deal.assigned";
}
