package dev.pulso.people.internal.membership;

import dev.pulso.api.MembershipsApi;
import dev.pulso.api.model.Membership;
import dev.pulso.api.model.MembershipList;
import dev.pulso.api.model.Session;
import dev.pulso.api.model.TenantSwitch;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.kernel.Problem;
import dev.pulso.people.internal.login.RefreshCookie;
import dev.pulso.people.internal.login.SessionMapper;
import dev.pulso.people.internal.session.Device;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;

/** One's companies over HTTP. */
@AtMostOnce
class MembershipResource implements MembershipsApi {
    private final Memberships memberships;
    private final RefreshCookie cookie;
    private final RoutingContext http;
    private final CallerContext context;

    MembershipResource(Memberships memberships, RefreshCookie cookie, RoutingContext http, CallerContext context) {
        this.memberships = memberships;
        this.cookie = cookie;
        this.http = http;
        this.context = context;
    }

    @Override
    public Uni<MembershipList> listMyTenants() {
        Caller caller = context.caller();
        return memberships
                .list(caller, me())
                .map(found -> new MembershipList()
                        .data(found.stream()
                                .map(tenant -> new Membership()
                                        .id(tenant.id())
                                        .slug(tenant.slug())
                                        .name(tenant.name())
                                        .current(tenant.id().equals(caller.tenantId())))
                                .toList()));
    }

    @Override
    public Uni<Session> switchTenant(TenantSwitch body, String client) {
        return memberships
                .switchTo(context.caller(), me(), context.sessionId(), body.getTenantId(), Device.of(http))
                .map(opened -> SessionMapper.toApi(opened, client, cookie));
    }

    private UUID me() {
        UUID me = context.caller().userId();
        if (me == null) {
            throw Problem.notFound();
        }
        return me;
    }
}
