package dev.pulso.people.internal.session;

import dev.pulso.edge.security.AccessGate;
import dev.pulso.kernel.Problem;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The open sessions of people, and ending them. */
@ApplicationScoped
public class Sessions {
    private static final String REVOKE_ALL = """
            update sessions set revoked_at = $1
            where user_id = $2 and revoked_at is null and ($3::uuid is null or id <> $3)""";

    private static final String REVOKE =
            "update sessions set revoked_at = $1 where id = $2 and revoked_at is null returning user_id";
    /** Also the row lock against whoever ends it at this moment: then the row is looked at again, and is none. */
    private static final String USE = """
            update sessions set last_used_at = $2, user_agent = $3, address = $4,
                                expires_at = least($5::timestamptz, created_at + $6 * interval '1 second')
            where id = $1 and revoked_at is null and expires_at > $2
            returning user_id""";

    private final Tenancy tenancy;
    private final SessionRepository sessions;
    private final SessionQueries queries;
    private final AccessGate gate;
    private final Clock clock;
    private final Duration idle;
    private final Duration longest;

    /**
     * @param idle how long a session that nobody renews lasts
     * @param longest how long any lasts
     */
    Sessions(
            Tenancy tenancy,
            SessionRepository sessions,
            SessionQueries queries,
            AccessGate gate,
            Clock clock,
            @ConfigProperty(name = "pulso.sessions.idle") Duration idle,
            @ConfigProperty(name = "pulso.sessions.longest") Duration longest) {
        this.idle = idle;
        this.longest = longest;
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
                        session -> sessions.count("id = ?1 and userId = ?2", id, userId)
                                .invoke(found -> {
                                    if (found == 0) {
                                        throw Problem.notFound();
                                    }
                                })
                                .chain(() -> end(caller, id)))
                .invoke(() -> gate.changed(caller.tenantId(), userId))
                .replaceWithVoid();
    }

    /** Whether the user has had a session from this address. */
    public Uni<Boolean> knownFrom(Caller caller, UUID userId, @Nullable String address) {
        return tenancy.read(
                caller,
                session -> sessions.count("userId = ?1 and address = ?2", userId, address)
                        .map(count -> count > 0));
    }

    /** Opens a session in the open transaction. */
    public Uni<UUID> begin(Caller caller, UUID userId, Device device) {
        Instant now = clock.instant();
        Instant until = now.plus(idle.compareTo(longest) < 0 ? idle : longest);
        Session opened = new Session(caller, userId, device, now, until);
        return sessions.persistAndFlush(opened).map(Session::id);
    }

    /** Notes a use, which lets it last longer, in the open transaction; answers whose it is, null when it has ended. */
    public Uni<@Nullable UUID> use(Caller caller, UUID id, Device device) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        // In seconds: the client makes months of 30 days, which are not of one length.
        return changed(
                caller,
                USE,
                Tuple.wrap(Arrays.asList(
                        id, now, device.userAgent(), device.address(), now.plus(idle), longest.toSeconds())));
    }

    /**
     * Ends a session in the open transaction, after which {@link AccessGate#changed} is to be called; answers whose it was, null
     * when it had ended.
     */
    public Uni<@Nullable UUID> end(Caller caller, UUID id) {
        return changed(caller, REVOKE, Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), id));
    }

    private Uni<@Nullable UUID> changed(Caller caller, String statement, Tuple values) {
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery(statement)
                        .execute(values)
                        .map(rows -> {
                            for (Row row : rows) {
                                return row.getUUID(0);
                            }
                            return null;
                        }));
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
