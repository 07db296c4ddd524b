package dev.pulso.people.internal.invitation;

import dev.pulso.api.model.Invitation;
import dev.pulso.api.model.InvitationPage;
import dev.pulso.api.model.InvitationView;
import dev.pulso.store.data.Page;

/** Invitations at the edge of the API. */
final class InvitationMapper {
    private InvitationMapper() {}

    static Invitation toApi(InvitationData invitation) {
        return new Invitation()
                .id(invitation.id())
                .email(invitation.email())
                .name(invitation.name())
                .role(invitation.role())
                .status(invitation.expired() ? Invitation.StatusEnum.EXPIRED : Invitation.StatusEnum.PENDING)
                .invitedBy(invitation.invitedBy())
                .expiresAt(invitation.expiresAt())
                .createdAt(invitation.createdAt());
    }

    static InvitationPage toApi(Page<InvitationData> page) {
        return new InvitationPage()
                .data(page.data().stream().map(InvitationMapper::toApi).toList())
                .nextCursor(page.nextCursor());
    }

    static InvitationView toApi(InvitationService.View view) {
        return new InvitationView()
                .company(view.company().name())
                .email(view.email())
                .name(view.name())
                .hasAccount(view.hasAccount());
    }
}
