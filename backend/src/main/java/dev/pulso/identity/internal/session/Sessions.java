package dev.pulso.identity.internal.session;

import dev.pulso.platform.security.AccessGate;
import dev.pulso.platform.tenancy.Caller;
import dev.pulso.platform.tenancy.Tenancy;
import dev.pulso.platform.web.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The open sessions of people, and ending them. */
@ApplicationScoped
public class Sessions {
    private static final String OPEN = "revokedAt = ?1 where userId = ?2 and revokedAt is null";

    private final Tenancy tenancy;
    private final SessionRepository sessions;
    private final SessionQueries queries;
    private final AccessGate gate;
    private final Clock clock;

    Sessions(Tenancy tenancy, SessionRepository sessions, SessionQueries queries, AccessGate gate, Clock clock) {
        this.tenancy = tenancy;
        this.sessions = sessions;
        this.queries = queries;
        this.gate = gate;
        this.clock = clock;
    }

    Uni<List<SessionData>> open(Caller caller, UUID userId) {
        return queries.open(caller, userId);
    }

    /** Ends one session of the user; one that is not theirs does not exist. It is refused from the next request on. */
    Uni<Void> revoke(Caller caller, UUID userId, UUID id) {
        return tenancy.write(
                        caller,
                        session -> sessions.find("id = ?1 and userId = ?2", id, userId)
                                .firstResult()
                                .onItem()
                                .ifNull()
                                .failWith(Problem::notFound)
                                .call(found -> {
                                    found.revoke(clock.instant());
                                    return session.flush();
                                }))
                .invoke(() -> gate.changed(caller.tenantId(), userId))
                .replaceWithVoid();
    }

    /** Ends all sessions of the user but one, from the next request on. */
    Uni<Void> revokeOthers(Caller caller, UUID userId, @Nullable UUID kept) {
        return revokeAll(caller, userId, kept).invoke(() -> gate.changed(caller.tenantId(), userId));
    }

    /**
     * Ends all sessions of a user, but for one when it is named; joins the open transaction, after which
     * {@link AccessGate#changed} is to be called.
     */
    public Uni<Void> revokeAll(Caller caller, UUID userId, @Nullable UUID except) {
        return tenancy.write(
                caller,
                session -> (except == null
                                ? sessions.update(OPEN, clock.instant(), userId)
                                : sessions.update(OPEN + " and id <> ?3", clock.instant(), userId, except))
                        .replaceWithVoid());
    }
}
