package dev.pulso.customers;

import org.jspecify.annotations.Nullable;

/** A customer with what only its own page shows; lists leave long texts out. */
public record CustomerDetail(
        CustomerData customer, @Nullable String notes) {}
