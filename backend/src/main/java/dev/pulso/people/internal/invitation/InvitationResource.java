package dev.pulso.people.internal.invitation;

import dev.pulso.api.InvitationsApi;
import dev.pulso.api.model.Invitation;
import dev.pulso.api.model.InvitationCreate;
import dev.pulso.api.model.InvitationLink;
import dev.pulso.api.model.InvitationPage;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.store.data.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Invitations over HTTP, for who invites. */
@AtMostOnce
class InvitationResource implements InvitationsApi {
    private final InvitationService invitations;
    private final CallerContext context;

    InvitationResource(InvitationService invitations, CallerContext context) {
        this.invitations = invitations;
        this.context = context;
    }

    @Override
    public Uni<InvitationPage> listInvitations(Integer limit, String cursor) {
        return invitations
                .open(context.caller(), PageRequest.of(limit, null, cursor))
                .map(InvitationMapper::toApi);
    }

    @Override
    public Uni<Invitation> createInvitation(InvitationCreate body) {
        return invitations
                .invite(context.caller(), body.getEmail(), body.getName(), body.getRole())
                .map(InvitationMapper::toApi);
    }

    @Override
    public Uni<Invitation> resendInvitation(UUID id) {
        return invitations
                .resend(context.caller(), id, context.expectedVersion())
                .map(InvitationMapper::toApi);
    }

    @Override
    public Uni<InvitationLink> createInvitationLink(UUID id) {
        return invitations
                .linkToHandOver(context.caller(), id, context.expectedVersion())
                .map(InvitationMapper::toApi);
    }

    @Override
    public Uni<Void> revokeInvitation(UUID id) {
        return invitations.revoke(context.caller(), id, context.expectedVersion());
    }
}
