package dev.pulso.people.internal.invitation;

import dev.pulso.api.InvitationAnswersApi;
import dev.pulso.api.model.InvitationAcceptance;
import dev.pulso.api.model.InvitationView;
import dev.pulso.api.model.LinkToken;
import dev.pulso.api.model.Session;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.people.internal.login.RefreshCookie;
import dev.pulso.people.internal.login.SessionMapper;
import dev.pulso.people.internal.session.Device;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Invitations over HTTP, for who was invited. */
@AtMostOnce
class InvitationAnswerResource implements InvitationAnswersApi {
    private final InvitationService invitations;
    private final RefreshCookie cookie;
    private final RoutingContext http;
    private final CallerContext context;

    InvitationAnswerResource(
            InvitationService invitations, RefreshCookie cookie, RoutingContext http, CallerContext context) {
        this.invitations = invitations;
        this.cookie = cookie;
        this.http = http;
        this.context = context;
    }

    @Override
    public Uni<InvitationView> lookAtInvitation(LinkToken body) {
        return invitations.look(body.getToken(), context.requestId()).map(InvitationMapper::toApi);
    }

    @Override
    public Uni<Session> acceptInvitation(InvitationAcceptance body, String client) {
        return invitations
                .accept(body.getToken(), body.getName(), body.getPassword(), Device.of(http), context.requestId())
                .map(opened -> SessionMapper.toApi(opened, client, cookie));
    }

    @Override
    public Uni<Session> joinByInvitation(LinkToken body, String client) {
        return invitations
                .join(context.caller(), body.getToken(), Device.of(http))
                .map(opened -> SessionMapper.toApi(opened, client, cookie));
    }
}
