package dev.pulso.platform.security;

import java.util.Set;

/** Every permission of the product, {@code module.entity:action}; the contract may name no other. */
public final class Permissions {
    public static final Set<String> ALL = Set.of(
            "crm.leads:read",
            "crm.leads:write",
            "crm.companies:read",
            "crm.companies:write",
            "crm.contacts:read",
            "crm.contacts:write",
            "crm.pipelines:read",
            "crm.pipelines:write",
            "crm.deals:read",
            "crm.deals:write",
            "customers:read",
            "customers:write",
            "portfolio.contracts:read",
            "portfolio.contracts:write",
            "billing.invoices:read",
            "billing.invoices:write",
            "billing.payments:write",
            "jobs:read",
            "jobs:run",
            "imports:read",
            "imports:write",
            "audit:read",
            "tenant:write",
            "users:read",
            "users:write");

    private Permissions() {}
}
