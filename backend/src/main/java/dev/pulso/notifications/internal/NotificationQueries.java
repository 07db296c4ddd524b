package dev.pulso.notifications.internal;

import dev.pulso.kernel.Problem;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.Rows;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements about notifications of the caller. */
@ApplicationScoped
class NotificationQueries {
    private static final Rows<NotificationData> ROWS = Rows.of(NotificationData.class, "n");
    private static final String ONE =
            "select " + ROWS.columns() + " from notifications n where n.id = $1 and n.user_id = $2 and n.in_app";
    private static final String UNREAD = "select " + ROWS.columns() + " from notifications n"
            + " where n.user_id = $1 and n.in_app and n.read_at is null order by n.created_at desc, n.id desc limit $2";
    private static final String READ =
            "update notifications set read_at = $3 where id = $1 and user_id = $2 and in_app and read_at is null";
    private static final String UNREAD_AGAIN =
            "update notifications set read_at = null where id = $1 and user_id = $2 and in_app and read_at is not null";
    private static final String READ_ALL = """
        update notifications set read_at = $3
        where user_id = $1 and in_app and read_at is null and created_at <= $2\
        """;

    private final Tenancy tenancy;
    private final TenantClock clock;

    NotificationQueries(Tenancy tenancy, TenantClock clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    Uni<Page<NotificationData>> list(Caller caller, PageRequest page, List<String> kinds) {
        return KeysetQuery.select(ROWS, "notifications n")
                .where("n.user_id = ?", person(caller))
                .where("n.in_app")
                .where("n.kind = any(?)", kinds.toArray(String[]::new))
                .sortable("created_at", "n.created_at", "timestamptz")
                .range("created_at", "n.created_at", "timestamptz")
                .range("read_at", "n.read_at", "timestamptz")
                .anyOf("kind", "n.kind", kinds.stream())
                .anyOf("status", Map.of("unread", "n.read_at is null", "read", "n.read_at is not null"))
                .page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    /** The newest that are unread. */
    Uni<List<NotificationData>> unread(Caller caller, int most) {
        return tenancy.query(caller, UNREAD, Tuple.of(person(caller), most)).map(rows -> ROWS.all(rows));
    }

    /** One of the caller's, or 404. */
    Uni<NotificationData> get(Caller caller, UUID id) {
        return tenancy.query(caller, ONE, Tuple.of(id, person(caller))).map(rows -> found(ROWS.one(rows)));
    }

    Uni<Void> read(Caller caller, UUID id) {
        return write(
                caller, READ, Tuple.of(id, person(caller), clock.now(caller).atOffset(ZoneOffset.UTC)));
    }

    Uni<Void> unreadAgain(Caller caller, UUID id) {
        return write(caller, UNREAD_AGAIN, Tuple.of(id, person(caller)));
    }

    Uni<Void> readAll(Caller caller, Instant until) {
        return write(
                caller,
                READ_ALL,
                Tuple.of(
                        person(caller),
                        until.atOffset(ZoneOffset.UTC),
                        clock.now(caller).atOffset(ZoneOffset.UTC)));
    }

    private Uni<Void> write(Caller caller, String statement, Tuple values) {
        return tenancy.bookkeeping(
                        caller,
                        connection -> connection.preparedQuery(statement).execute(values))
                .replaceWithVoid();
    }

    private static NotificationData found(@Nullable NotificationData row) {
        if (row == null) {
            throw Problem.notFound();
        }
        return row;
    }

    private static UUID person(Caller caller) {
        return Objects.requireNonNull(caller.userId(), "the contract lets in people alone");
    }
}
