package dev.pulso.customers;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** Event {@value #TYPE}: what belongs to a customer has changed as a whole, because it was made one with another one, or apart again. */
@RegisterForReflection
public record CustomerMerged(UUID customerId) {

    public static final String TYPE = "customer.merged";
}
