package dev.pulso.company.internal.operator;

import dev.pulso.api.OperatorApi;
import dev.pulso.api.model.OperatedTenant;
import dev.pulso.api.model.OperatedTenantPage;
import dev.pulso.api.model.PlanChange;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.store.data.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The operator's view of the other companies, over HTTP. */
@AtMostOnce
class OperatorResource implements OperatorApi {
    private final OperatedTenants tenants;
    private final CallerContext context;

    OperatorResource(OperatedTenants tenants, CallerContext context) {
        this.tenants = tenants;
        this.context = context;
    }

    @Override
    public Uni<OperatedTenantPage> listOperatedTenants(Integer limit, String cursor) {
        return tenants.list(context.caller(), PageRequest.of(limit, null, cursor))
                .map(page -> new OperatedTenantPage()
                        .data(page.data().stream()
                                .map(tenant -> new OperatedTenant()
                                        .id(tenant.id())
                                        .slug(tenant.slug())
                                        .active(tenant.active())
                                        .plan(tenant.plan()))
                                .toList())
                        .nextCursor(page.nextCursor()));
    }

    @Override
    public Uni<Void> changePlan(UUID id, PlanChange body) {
        return tenants.plan(context.caller(), id, body.getPlan());
    }

    @Override
    public Uni<Void> closeTenant(UUID id) {
        return tenants.close(context.caller(), id);
    }

    @Override
    public Uni<Void> makeSandbox(UUID id) {
        return tenants.sandbox(context.caller(), id);
    }

    @Override
    public Uni<Void> reopenTenant(UUID id) {
        return tenants.reopen(context.caller(), id);
    }
}
