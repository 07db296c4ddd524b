package dev.pulso.edge.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The built-in roles and their permissions, literally as the contract has them: what is new belongs to administrators only. */
public final class Roles {
    public static final String ADMIN = "admin";
    public static final String MANAGER = "manager";
    public static final String AGENT = "agent";
    public static final String FINANCE = "finance";
    public static final String TECHNICIAN = "technician";
    public static final String VIEWER = "viewer";

    private static final List<String> NAMES = Permissions.list("roles");
    private static final Map<String, Set<String>> PERMISSIONS = NAMES.stream()
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), role -> Set.copyOf(Permissions.list("role." + role))));

    private Roles() {}

    /** From the most to the least powerful. */
    public static List<String> names() {
        return NAMES;
    }

    public static boolean builtIn(String role) {
        return PERMISSIONS.containsKey(role);
    }

    /** @return nothing for an unknown role */
    public static Set<String> permissions(String role) {
        return PERMISSIONS.getOrDefault(role, Set.of());
    }
}
