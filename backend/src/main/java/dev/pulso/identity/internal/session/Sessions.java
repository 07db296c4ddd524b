package dev.pulso.identity.internal.session;

import dev.pulso.platform.tenancy.Caller;
import dev.pulso.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sessions of people: what other parts of identity may do with them. */
@ApplicationScoped
public class Sessions {
    private static final String OPEN = "revokedAt = ?1 where userId = ?2 and revokedAt is null";

    private final Tenancy tenancy;
    private final SessionRepository sessions;
    private final Clock clock;

    Sessions(Tenancy tenancy, SessionRepository sessions, Clock clock) {
        this.tenancy = tenancy;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Ends all sessions of a user, but for one when it is named; joins the open transaction. */
    public Uni<Void> revokeAll(Caller caller, UUID userId, @Nullable UUID except) {
        return tenancy.write(
                caller,
                session -> (except == null
                                ? sessions.update(OPEN, clock.instant(), userId)
                                : sessions.update(OPEN + " and id <> ?3", clock.instant(), userId, except))
                        .replaceWithVoid());
    }
}
