package dev.pulso.platform.security;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The built-in roles and what each may do. */
public enum Role {
    /** Everything. */
    admin(permission -> true),
    /** Everything but the company's settings and its users. */
    manager(permission -> !permission.equals("tenant:write") && !permission.equals("users:write")),
    /** Sells: the sales side and customers whole, the money side to look at. */
    agent(permission -> permission.startsWith("crm.")
            || permission.startsWith("customers:")
            || Set.of("portfolio.contracts:read", "billing.invoices:read", "users:read").contains(permission)),
    /** Bills: customers, portfolio, billing, jobs and imports whole, the sales side to look at. */
    finance(permission -> permission.startsWith("customers:")
            || permission.startsWith("portfolio.")
            || permission.startsWith("billing.")
            || permission.startsWith("jobs:")
            || permission.startsWith("imports:")
            || (permission.startsWith("crm.") && permission.endsWith(":read"))
            || permission.equals("users:read")),
    /** Looks. */
    viewer(permission -> permission.endsWith(":read"));

    private final Set<String> permissions;

    Role(Predicate<String> may) {
        permissions = Permissions.ALL.stream().filter(may).collect(Collectors.toUnmodifiableSet());
    }

    public Set<String> permissions() {
        return permissions;
    }
}
