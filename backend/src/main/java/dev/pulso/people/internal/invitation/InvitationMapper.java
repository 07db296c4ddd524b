package dev.pulso.people.internal.invitation;

import dev.pulso.api.model.Invitation;
import dev.pulso.api.model.InvitationLink;
import dev.pulso.api.model.InvitationPage;
import dev.pulso.api.model.InvitationView;
import dev.pulso.store.data.Page;
import java.net.URI;

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
                .mail(Invitation.MailEnum.valueOf(invitation.mail().name()))
                .expiresAt(invitation.expiresAt())
                .createdAt(invitation.createdAt())
                .updatedAt(invitation.updatedAt())
                .version(invitation.version());
    }

    static InvitationLink toApi(InvitationService.Link link) {
        return new InvitationLink().url(URI.create(link.url())).expiresAt(link.expiresAt());
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
