package dev.pulso.access.internal.role;

import dev.pulso.api.RolesApi;
import dev.pulso.api.model.Role;
import dev.pulso.api.model.RoleCreate;
import dev.pulso.api.model.RoleList;
import dev.pulso.api.model.RolePatch;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.PatchBody;
import io.smallrye.mutiny.Uni;

/** Roles over HTTP. */
@AtMostOnce
class RoleResource implements RolesApi {
    private final RoleService roles;
    private final CallerContext context;
    private final PatchBody patch;

    RoleResource(RoleService roles, CallerContext context, PatchBody patch) {
        this.roles = roles;
        this.context = context;
        this.patch = patch;
    }

    @Override
    public Uni<RoleList> listRoles() {
        return roles.all(context.caller()).map(all -> RoleMapper.toApi(all, roles.kinds()));
    }

    @Override
    public Uni<Role> createRole(RoleCreate body) {
        return roles.create(context.caller(), RoleMapper.toNew(body))
                .map(role -> RoleMapper.toApi(role, roles.kinds()));
    }

    @Override
    public Uni<Role> getRole(String id) {
        return roles.get(context.caller(), id).map(role -> RoleMapper.toApi(role, roles.kinds()));
    }

    @Override
    public Uni<Role> updateRole(String id, RolePatch body) {
        return roles.edit(context.caller(), id, context.requiredVersion(), RoleMapper.toChanges(body, patch))
                .map(role -> RoleMapper.toApi(role, roles.kinds()));
    }

    @Override
    public Uni<Void> deleteRole(String id, String reassignTo) {
        return roles.delete(context.caller(), id, context.expectedVersion(), reassignTo);
    }
}
