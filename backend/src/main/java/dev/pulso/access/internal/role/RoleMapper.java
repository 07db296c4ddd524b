package dev.pulso.access.internal.role;

import dev.pulso.api.model.Role;
import dev.pulso.api.model.RoleCreate;
import dev.pulso.api.model.RoleList;
import dev.pulso.api.model.RolePatch;
import dev.pulso.edge.security.Permissions;
import dev.pulso.edge.web.PatchBody;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Roles at the edge of the API. */
final class RoleMapper {
    private RoleMapper() {}

    static RoleList toApi(List<RoleData> roles, Set<String> kinds) {
        return new RoleList()
                .data(roles.stream().map(role -> toApi(role, kinds)).toList())
                .permissions(Permissions.ALL.stream().sorted().toList());
    }

    /** @param kinds of which a role says whose records it reaches */
    static Role toApi(RoleData role, Set<String> kinds) {
        return new Role()
                .id(role.id())
                .name(role.name())
                .description(role.description())
                .builtIn(role.builtIn())
                .permissions(role.permissions().stream().sorted().toList())
                .recordScopes(new TreeSet<>(kinds)
                        .stream()
                                .collect(Collectors.toMap(
                                        kind -> kind,
                                        kind -> scope(role.recordScopes().get(kind)),
                                        (one, other) -> one,
                                        LinkedHashMap::new)))
                .userCount(role.users())
                .users(role.users())
                .createdAt(role.createdAt())
                .updatedAt(role.updatedAt())
                .version(role.version());
    }

    static NewRole toNew(RoleCreate body) {
        return new NewRole(
                body.getName(), body.getDescription(), body.getPermissions(), scopes(body.getRecordScopes()));
    }

    static RoleChanges toChanges(RolePatch body, PatchBody patch) {
        return new RoleChanges(
                patch.change("name", body.getName()),
                patch.change("description", body.getDescription()),
                patch.change("permissions", body.getPermissions()),
                patch.change("record_scopes", scopes(body.getRecordScopes())));
    }

    private static dev.pulso.api.model.RecordScope scope(@Nullable String scope) {
        return dev.pulso.api.model.RecordScope.fromString(scope == null ? RecordScope.ALL : scope);
    }

    private static @Nullable Map<String, String> scopes(@Nullable Map<String, dev.pulso.api.model.RecordScope> scopes) {
        if (scopes == null) {
            return null;
        }
        Map<String, String> given = new HashMap<>();
        scopes.forEach((kind, scope) -> given.put(kind, scope.value()));
        return given;
    }
}
