package dev.pulso.access.internal.role;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A role to make. */
record NewRole(
        String name,
        @Nullable String description,
        List<String> permissions,
        @Nullable Map<String, String> recordScopes) {}
