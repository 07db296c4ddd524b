package dev.pulso.customers;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** A customer with what only its own page shows; lists leave long texts out. */
@RegisterForReflection
public record CustomerDetail(
        CustomerData customer, @Nullable String notes) {}
