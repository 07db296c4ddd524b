package dev.pulso.people.internal.invitation;

import dev.pulso.store.mail.MailState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An open invitation. */
record InvitationData(
        UUID id,
        String email,
        @Nullable String name,
        String role,
        boolean expired,
        @Nullable String invitedBy,
        int sentCount,
        MailState mail,
        Instant expiresAt,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    /** What its newest mail is about. */
    String mailAbout() {
        return id + "." + sentCount;
    }

    InvitationData with(MailState mail) {
        return new InvitationData(
                id, email, name, role, expired, invitedBy, sentCount, mail, expiresAt, createdAt, updatedAt, version);
    }
}
