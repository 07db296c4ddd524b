package dev.pulso.access.internal.role;

import dev.pulso.api.model.RecordScopes;
import dev.pulso.api.model.Role;
import dev.pulso.api.model.RoleCreate;
import dev.pulso.api.model.RoleList;
import dev.pulso.api.model.RolePatch;
import dev.pulso.edge.security.Permissions;
import dev.pulso.edge.web.PatchBody;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Roles at the edge of the API. */
final class RoleMapper {
    private RoleMapper() {}

    static RoleList toApi(List<RoleData> roles) {
        return new RoleList()
                .data(roles.stream().map(RoleMapper::toApi).toList())
                .permissions(Permissions.ALL.stream().sorted().toList());
    }

    static Role toApi(RoleData role) {
        return new Role()
                .id(role.id())
                .name(role.name())
                .description(role.description())
                .builtIn(role.builtIn())
                .permissions(role.permissions().stream().sorted().toList())
                .recordScopes(new RecordScopes()
                        .leads(scope(role.recordScopes().get("leads")))
                        .deals(scope(role.recordScopes().get("deals"))))
                .users(role.users())
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

    private static @Nullable Map<String, String> scopes(@Nullable RecordScopes scopes) {
        if (scopes == null) {
            return null;
        }
        Map<String, String> given = new HashMap<>();
        if (scopes.getLeads() != null) {
            given.put("leads", scopes.getLeads().value());
        }
        if (scopes.getDeals() != null) {
            given.put("deals", scopes.getDeals().value());
        }
        return given;
    }
}
