package dev.pulso.edge.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The built-in roles and their permissions. */
public final class Roles {
    public static final String ADMIN = "admin";
    public static final String MANAGER = "manager";
    public static final String AGENT = "agent";
    public static final String FINANCE = "finance";
    public static final String TECHNICIAN = "technician";
    public static final String VIEWER = "viewer";

    /** Everybody sees whom they work with (owners of records) and the company's settings. */
    private static final Set<String> COMMON = Set.of("users:read", "tenant:read");

    /** Who may do these may give itself everything, or change the company for everybody. */
    private static final Set<String> ADMINS_ONLY = Set.of(
            "users:write",
            "roles:write",
            "tenant:write",
            "api_keys:write",
            "work.dead_letters:read",
            "work.dead_letters:write");

    private static final Map<String, Set<String>> PERMISSIONS = Map.of(
            ADMIN, Permissions.ALL,
            MANAGER, those(permission -> !ADMINS_ONLY.contains(permission)),
            AGENT,
                    those(permission -> COMMON.contains(permission)
                            || permission.startsWith("crm.")
                            || permission.startsWith("customers:")
                            || permission.equals("portfolio.contracts:read")
                            || permission.equals("billing.invoices:read")
                            || permission.equals("reports.dashboard:read")),
            FINANCE,
                    those(permission -> COMMON.contains(permission)
                            || permission.startsWith("customers:")
                            || permission.startsWith("portfolio.")
                            || permission.startsWith("billing.")
                            || permission.startsWith("reports.")
                            || permission.startsWith("jobs:")
                            || permission.startsWith("imports:")
                            || permission.startsWith("crm.") && permission.endsWith(":read")),
            TECHNICIAN,
                    those(permission -> COMMON.contains(permission)
                            || Set.of(
                                            "customers:read",
                                            "crm.companies:read",
                                            "crm.contacts:read",
                                            "portfolio.contracts:read")
                                    .contains(permission)),
            VIEWER, those(permission -> permission.endsWith(":read") && !ADMINS_ONLY.contains(permission)));

    private Roles() {}

    /** From the most to the least powerful. */
    public static List<String> names() {
        return List.of(ADMIN, MANAGER, AGENT, FINANCE, TECHNICIAN, VIEWER);
    }

    public static boolean builtIn(String role) {
        return PERMISSIONS.containsKey(role);
    }

    /** @return nothing for an unknown role */
    public static Set<String> permissions(String role) {
        return PERMISSIONS.getOrDefault(role, Set.of());
    }

    private static Set<String> those(Predicate<String> wanted) {
        return Permissions.ALL.stream().filter(wanted).collect(Collectors.toUnmodifiableSet());
    }
}
