package dev.pulso.people.internal.invitation;

import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.mail.MailState;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Lists of invitations; what has become of their mails is for the mails to say. */
@ApplicationScoped
class InvitationQueries {
    private final Tenancy tenancy;
    private final Clock clock;

    InvitationQueries(Tenancy tenancy, Clock clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    Uni<Page<InvitationData>> open(Caller caller, PageRequest page) {
        return KeysetQuery.select(
                        "i.id, i.email, i.name, i.role, i.expires_at, i.created_at, i.updated_at, i.version, i.sent_count,"
                                + " u.name as invited_by_name",
                        "invitations i left join users u on u.tenant_id = i.tenant_id and u.id = i.invited_by",
                        "i.id")
                .where("i.accepted_at is null and i.revoked_at is null")
                .sortable("created_at", "i.created_at", "timestamptz")
                .page(tenancy, caller, page, "-created_at", row -> {
                    var expiresAt = row.getOffsetDateTime("expires_at").toInstant();
                    return new InvitationData(
                            row.getUUID("id"),
                            row.getString("email"),
                            row.getString("name"),
                            row.getString("role"),
                            !clock.instant().isBefore(expiresAt),
                            row.getString("invited_by_name"),
                            row.getInteger("sent_count"),
                            MailState.SENT,
                            expiresAt,
                            row.getOffsetDateTime("created_at").toInstant(),
                            row.getOffsetDateTime("updated_at").toInstant(),
                            row.getInteger("version"));
                });
    }
}
