package dev.pulso.company.internal.tenant;

import dev.pulso.api.TenantApi;
import dev.pulso.api.model.Tenant;
import dev.pulso.api.model.TenantPatch;
import dev.pulso.company.TenantMapper;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.PatchBody;
import io.smallrye.mutiny.Uni;

/** The company over HTTP. */
class TenantResource implements TenantApi {
    private final TenantService tenants;
    private final CallerContext context;
    private final PatchBody patch;

    TenantResource(TenantService tenants, CallerContext context, PatchBody patch) {
        this.tenants = tenants;
        this.context = context;
        this.patch = patch;
    }

    @Override
    public Uni<Tenant> getTenant() {
        return tenants.current(context.caller()).map(TenantMapper::toApi);
    }

    @Override
    public Uni<Tenant> updateTenant(TenantPatch body) {
        return tenants.edit(context.caller(), context.requiredVersion(), TenantApiMapper.toChanges(body, patch))
                .map(TenantMapper::toApi);
    }
}
