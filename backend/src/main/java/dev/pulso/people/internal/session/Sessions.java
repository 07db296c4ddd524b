package dev.pulso.people.internal.session;

import dev.pulso.edge.security.AccessGate;
import dev.pulso.kernel.Problem;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The open sessions of people, and ending them. */
@ApplicationScoped
public class Sessions {
    private static final String REVOKE_ALL = """
            update sessions set revoked_at = $1
            where user_id = $2 and revoked_at is null and ($3::uuid is null or id <> $3)""";

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
    public Uni<Void> revoke(Caller caller, UUID userId, UUID id) {
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
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery(REVOKE_ALL)
                        .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), userId, except))
                        .replaceWithVoid());
    }
}
