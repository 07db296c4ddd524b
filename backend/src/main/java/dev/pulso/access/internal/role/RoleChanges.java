package dev.pulso.access.internal.role;

import dev.pulso.kernel.Change;
import java.util.List;
import java.util.Map;

/** What an edit of a role changes. */
record RoleChanges(
        Change<String> name,
        Change<String> description,
        Change<List<String>> permissions,
        Change<Map<String, String>> recordScopes) {}
