package dev.pulso.access.internal.role;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do.
 *
 * @param id of a built-in role its name
 * @param recordScopes by kind of record; {@link RecordScope#ALL} where nothing is said
 * @param users how many people have it
 * @param createdAt as {@code updatedAt}, null of a built-in role
 */
public record RoleData(
        String id,
        String name,
        @Nullable String description,
        boolean builtIn,
        Set<String> permissions,
        Map<String, String> recordScopes,
        int users,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        int version) {}
