package dev.pulso.people.internal.secondfactor;

import dev.pulso.kernel.Ids;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of recovery codes; each method joins the open transaction. */
@ApplicationScoped
class RecoveryCodes {
    private static final int COUNT = 10;
    private static final String INSERT = """
            insert into recovery_codes (tenant_id, id, user_id, secret_hash)
            select $1, c.id, $2, c.hash from unnest($3::uuid[], $4::bytea[]) as c(id, hash)""";
    private static final String USE = """
            update recovery_codes set used_at = $3
            where user_id = $1 and secret_hash = $2 and used_at is null""";
    private static final String LEFT = "select count(*) from recovery_codes where user_id = $1 and used_at is null";

    private final Tenancy tenancy;
    private final Clock clock;

    RecoveryCodes(Tenancy tenancy, Clock clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Ten new codes; older ones are gone. */
    Uni<List<RecoveryCode>> renew(Caller caller, UUID userId) {
        List<RecoveryCode> codes =
                Stream.generate(RecoveryCode::next).limit(COUNT).toList();
        return clear(caller, userId)
                .chain(() -> tenancy.sql(
                        caller,
                        connection -> connection
                                .preparedQuery(INSERT)
                                .execute(Tuple.of(
                                        caller.tenantId(),
                                        userId,
                                        codes.stream().map(code -> Ids.next()).toArray(UUID[]::new),
                                        codes.stream()
                                                .map(code -> Buffer.buffer(code.hash()))
                                                .toArray(Buffer[]::new)))))
                .replaceWith(codes);
    }

    /** Uses a code up; false when it is not one of the user's, or was used before. Two at once: one succeeds. */
    Uni<Boolean> use(Caller caller, UUID userId, RecoveryCode code) {
        return tenancy.sql(
                        caller,
                        connection -> connection
                                .preparedQuery(USE)
                                .execute(Tuple.of(
                                        userId,
                                        Buffer.buffer(code.hash()),
                                        clock.instant().atOffset(ZoneOffset.UTC))))
                .map(updated -> updated.rowCount() == 1);
    }

    Uni<Integer> left(Caller caller, UUID userId) {
        return tenancy.query(caller, LEFT, Tuple.of(userId))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    Uni<Void> clear(Caller caller, UUID userId) {
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery("delete from recovery_codes where user_id = $1")
                        .execute(Tuple.of(userId))
                        .replaceWithVoid());
    }
}
