package dev.pulso.store.tenancy;

import dev.pulso.kernel.StartSteps;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** One transaction on behalf of one caller, known to the Vert.x context that runs it. */
final class Envelope {
    private static final String KEY = "pulso.tenancy.envelope";
    private static final String BACKGROUND = "pulso.tenancy.background";
    private static final String SETTINGS =
            "select set_config('app.tenant_id', $1, true), set_config('app.actor_id', $2, true),"
                    + " set_config('app.actor', $3, true), set_config('app.request_id', $4, true)";
    private static final String READ_ONLY_SETTINGS = SETTINGS + ", set_config('transaction_read_only', 'on', true)";
    /** Only for a caller whose reach is limited: what is not named is reached whole. */
    private static final String REACH = ", set_config('app.reach', $5, true)";

    /** The limits of a request's transaction are no measure for a step of the start on a busy machine. */
    private static final String PATIENCE = Stream.of("statement_timeout", "idle_in_transaction_session_timeout")
            .map(limit -> ", set_config('" + limit + "', '" + StartSteps.LIMIT.toMillis() + "', true)")
            .collect(Collectors.joining());

    private static final String HOLD_WORK = "select hold_work($1, $2, $3, $4)";

    final Caller caller;
    final boolean readOnly;
    Mutiny.@Nullable Session session;

    @Nullable
    SqlConnection connection;

    /** Whether sessions may be opened on the connection of this transaction. */
    boolean lendsItself;

    /** Whether anything was sent that may leave entries in the audit trail. */
    boolean wrote;

    /** Something that was rolled back inside it went unnoticed: it may not be committed. */
    boolean doomed;

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

    /** For a transaction that has no envelope. */
    static Future<?> patience(SqlConnection raw) {
        return StartSteps.running()
                ? raw.query("select " + PATIENCE.substring(2)).execute()
                : Future.succeededFuture();
    }

    /** What a context does is waited for by nobody. */
    static void putInBackground(Context context) {
        context.putLocal(BACKGROUND, Boolean.TRUE);
    }

    static boolean isInBackground(@Nullable Context context) {
        return context != null && VertxContext.isDuplicatedContext(context) && context.getLocal(BACKGROUND) != null;
    }

    /** Whether nobody waits for its end: it has the share of the background then. */
    boolean inBackground() {
        return caller.claim() != null || isInBackground(Vertx.currentContext());
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
                caller.actorId() == null ? "" : caller.actorId().toString(),
                caller.actor(),
                caller.requestId() == null ? "" : caller.requestId());
        String sql = readOnly ? READ_ONLY_SETTINGS : SETTINGS;
        if (!caller.reach().isEmpty()) {
            sql += REACH;
            values.addString(reach(caller.reach()));
        }
        if (StartSteps.running()) {
            sql += PATIENCE;
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
                .recover(failure -> Future.failedFuture(WorkTakenOver.or(failure)));
        return settings.compose(set -> held);
    }

    /** What the open transaction sees from here on: what this caller of the same tenant does. */
    Future<?> see(Caller other) {
        return Objects.requireNonNull(connection, "an open transaction has its connection")
                .preparedQuery("select set_config('app.reach', $1, true)")
                .execute(Tuple.of(other.reach().isEmpty() ? "" : reach(other.reach())));
    }

    /** {@code {"deals": ["<owner>", ...]}}; kinds and ids need no escaping. */
    private static String reach(Map<String, Set<UUID>> reach) {
        return reach.entrySet().stream()
                .map(kind -> "\"" + kind.getKey() + "\":"
                        + kind.getValue().stream()
                                .map(owner -> "\"" + owner + "\"")
                                .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "{", "}"));
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
