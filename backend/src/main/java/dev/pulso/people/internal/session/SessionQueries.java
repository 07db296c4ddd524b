package dev.pulso.people.internal.session;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Lists of sessions. */
@ApplicationScoped
class SessionQueries {
    /** More than anybody has; the oldest are left out. */
    private static final String OPEN = """
            select id, user_agent, address, created_at, last_used_at from sessions
            where user_id = $1 and revoked_at is null and expires_at > $2
            order by last_used_at desc, id limit 100""";

    private final Tenancy tenancy;
    private final Clock clock;

    SessionQueries(Tenancy tenancy, Clock clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    Uni<List<SessionData>> open(Caller caller, UUID userId) {
        return tenancy.query(caller, OPEN, Tuple.of(userId, clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    List<SessionData> open = new ArrayList<>();
                    rows.forEach(row -> open.add(new SessionData(
                            row.getUUID("id"),
                            new Device(row.getString("user_agent"), row.getString("address")),
                            row.getOffsetDateTime("created_at").toInstant(),
                            row.getOffsetDateTime("last_used_at").toInstant())));
                    return open;
                });
    }
}
