package dev.pulso.customers.internal.customer;

import dev.pulso.store.custom.CustomKind;
import jakarta.enterprise.context.ApplicationScoped;

/** A company may add fields to its customers. */
@ApplicationScoped
class CustomFieldsOfCustomers implements CustomKind {
    @Override
    public String kind() {
        return "customers";
    }

    @Override
    public String permission() {
        return "customers.customers:read";
    }
}
