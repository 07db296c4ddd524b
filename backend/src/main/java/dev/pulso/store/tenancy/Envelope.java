package dev.pulso.store.tenancy;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** One transaction on behalf of one caller, known to the Vert.x context that runs it. */
final class Envelope {
    private static final String KEY = "pulso.tenancy.envelope";
    private static final String SETTINGS =
            "select set_config('app.tenant_id', $1, true), set_config('app.actor_id', $2, true),"
                    + " set_config('app.actor', $3, true), set_config('app.request_id', $4, true)";
    private static final String READ_ONLY_SETTINGS = SETTINGS + ", set_config('transaction_read_only', 'on', true)";
    /** Kinds of records that have owners; the policies of their tables are named record_scope. */
    static final List<String> OWNED = List.of("leads", "deals");

    /** Only for a caller whose reach is limited: what is not set hides nothing. */
    private static final String REACH = IntStream.range(0, OWNED.size())
            .mapToObj(i -> ", set_config('app.owners_" + OWNED.get(i) + "', $" + (5 + i) + ", true)")
            .collect(Collectors.joining());

    private static final String HOLD_WORK = "select hold_work($1, $2, $3, $4)";

    final Caller caller;
    final boolean readOnly;
    Mutiny.@Nullable Session session;

    @Nullable
    SqlConnection connection;

    /** Whose reach is set just now. */
    Caller seenBy;

    /** What waits for the commit. */
    final List<Runnable> afterCommit = new ArrayList<>();

    volatile boolean cancelled;

    Envelope(Caller caller, boolean readOnly) {
        this.caller = caller;
        this.seenBy = caller;
        this.readOnly = readOnly;
    }

    static @Nullable Envelope current() {
        Context context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context) ? context.getLocal(KEY) : null;
    }

    void install() {
        Vertx.currentContext().putLocal(KEY, this);
    }

    static void remove(Context context) {
        context.removeLocal(KEY);
    }

    /** Tells the transaction on whose behalf it runs; sent right behind BEGIN, without waiting for its answer. */
    Future<?> apply(SqlConnection raw) {
        Tuple values = Tuple.of(
                caller.tenantId().toString(),
                caller.userId() == null ? "" : caller.userId().toString(),
                caller.actor(),
                caller.requestId() == null ? "" : caller.requestId());
        String sql = readOnly ? READ_ONLY_SETTINGS : SETTINGS;
        if (!caller.reach().isEmpty()) {
            sql += REACH;
            OWNED.forEach(kind -> values.addString(owners(caller.reach().get(kind))));
        }
        long ahead = TenantClock.ahead(caller.tenantId()).toSeconds();
        if (ahead > 0) {
            sql += ", set_config('app.clock_ahead', '" + ahead + " seconds', true)";
        }
        Future<?> settings = raw.preparedQuery(sql).execute(values);
        WorkClaim claim = caller.claim();
        if (claim == null || readOnly) {
            return settings;
        }
        Future<?> held = raw.preparedQuery(HOLD_WORK)
                .execute(Tuple.of(claim.queue(), claim.key(), claim.seq(), claim.lease()))
                .recover(failure -> Future.failedFuture(
                        failure instanceof PgException refused && WorkTakenOver.SQL_STATE.equals(refused.getSqlState())
                                ? new WorkTakenOver(failure)
                                : failure));
        return settings.compose(set -> held);
    }

    /** What the open transaction sees from here on: what this caller of the same tenant does. */
    Future<?> see(Caller other) {
        Tuple values = Tuple.tuple();
        OWNED.forEach(kind -> values.addString(owners(other.reach().get(kind))));
        String settings = IntStream.range(0, OWNED.size())
                .mapToObj(i -> "set_config('app.owners_" + OWNED.get(i) + "', $" + (1 + i) + ", true)")
                .collect(Collectors.joining(", ", "select ", ""));
        return Objects.requireNonNull(connection, "an open transaction has its connection")
                .preparedQuery(settings)
                .execute(values);
    }

    /** An array literal; empty for all. */
    private static String owners(@Nullable Set<UUID> owners) {
        return owners == null ? "" : owners.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    void requireJoinable(Caller other, boolean wantsToWrite) {
        if (!caller.tenantId().equals(other.tenantId())) {
            throw new TenantViolation("a transaction of tenant " + caller.tenantId()
                    + " is open: finish it before working for tenant " + other.tenantId());
        }
        if (wantsToWrite && readOnly) {
            throw new TenantViolation("a read-only transaction is open: begin with write()");
        }
    }
}
