package dev.pulso.store.tenancy;

import dev.pulso.kernel.StartSteps;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The application's pool as everybody but {@link Tenancy} sees it: it hands out connections inside an envelope only,
 * and these begin every transaction with the envelope's settings.
 */
@SuppressWarnings("deprecation") // Quarkus casts the pool of a creator to PgPool
final class TenantPool implements PgPool {
    private static final Timer WAIT = Timer.builder("pulso.db.pool.wait")
            .description("How long work waited for a connection of the pool")
            .serviceLevelObjectives(
                    Duration.ofMillis(1), Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofSeconds(1))
            .register(Metrics.globalRegistry);

    /** Who works in the background is not somebody who waits for an answer. */
    private static final Duration BACKGROUND_PATIENCE = Duration.ofSeconds(30);

    private final Pool raw;
    private final Vertx vertx;
    private final PgConnectOptions server;
    private final ConnectionPermits permits;
    private final Duration patience;

    /** For tests of what happens between two statements; everything else sees connections as they are. */
    private volatile UnaryOperator<SqlConnection> seenAs = UnaryOperator.identity();

    /**
     * @param server how the connections of the pool reach the server
     * @param connections how many the pool has
     * @param patience how long who is waited for waits for one
     */
    TenantPool(Pool raw, Vertx vertx, PgConnectOptions server, int connections, Duration patience) {
        this.raw = raw;
        this.vertx = vertx;
        this.server = server;
        this.permits = new ConnectionPermits(connections, System::nanoTime);
        this.patience = patience;
    }

    /** A connection and the leave to have it: both are given back together. */
    record Lent(SqlConnection connection, ConnectionPermits.Permit permit) {
        Future<Void> giveBack() {
            return connection.close().onComplete(closed -> permit.release());
        }
    }

    /**
     * For {@link Tenancy}, which sets the tenant itself.
     *
     * @param envelope null for work without a tenant
     */
    Future<Lent> lend(@Nullable Envelope envelope) {
        long asked = System.nanoTime();
        return permit(envelope)
                .compose(permit -> connection()
                        .map(seenAs)
                        .map(given -> new Lent(given, permit))
                        .recover(failure -> {
                            permit.release();
                            return Future.failedFuture(new DatabaseBusy(failure));
                        }))
                .onComplete(given -> WAIT.record(System.nanoTime() - asked, TimeUnit.NANOSECONDS));
    }

    private Future<ConnectionPermits.Permit> permit(@Nullable Envelope envelope) {
        boolean inBackground = envelope != null && envelope.inBackground();
        UUID tenant = envelope == null ? null : envelope.caller.tenantId();
        // Comes back to where it was asked: transactions belong to a context.
        ContextInternal context = (ContextInternal) vertx.getOrCreateContext();
        Promise<Boolean> turn = Promise.promise();
        ConnectionPermits.Permit permit = permits.ask(
                tenant,
                inBackground,
                () -> envelope != null && envelope.cancelled,
                given -> context.runOnContext(back -> turn.tryComplete(given)));
        if (permit.held()) {
            return Future.succeededFuture(permit);
        }
        long timer = vertx.setTimer((inBackground ? BACKGROUND_PATIENCE : patience).toMillis(), late -> {
            // A start asks for as long as its step may take.
            boolean own = permit.waitsForItself();
            if (!StartSteps.running() && permit.withdraw()) {
                context.runOnContext(back -> turn.tryFail(new DatabaseBusy(own)));
            }
        });
        return turn.future()
                .onComplete(told -> vertx.cancelTimer(timer))
                .compose(given -> given
                        ? Future.succeededFuture(permit)
                        : Future.failedFuture(new CancellationException("nobody waits for the answer any more")));
    }

    /** Whether the server answers, on the connection that is kept for this: also when all others are taken. */
    Future<Void> ask() {
        return connection()
                .compose(own -> own.query("select 1")
                        .execute()
                        .eventually(() -> own.close())
                        .mapEmpty());
    }

    ConnectionPermits permits() {
        return permits;
    }

    /** Only tests do. */
    void seeAs(UnaryOperator<SqlConnection> view) {
        seenAs = view;
    }

    /** A request gives up after moments; a start on a busy machine asks again for as long as its step may take. */
    private Future<SqlConnection> connection() {
        return raw.getConnection()
                .recover(failure ->
                        StartSteps.running() && isTooLate(failure) ? connection() : Future.failedFuture(failure));
    }

    /** The pool tells by this message alone that a wait was too long. */
    private static boolean isTooLate(Throwable failure) {
        return failure instanceof ConnectTimeoutException || "Timeout".equals(failure.getMessage());
    }

    /**
     * Ends the statement that runs on a connection. The future ends when the server has told it; by then the connection may run
     * another. On a connection of its own: those of the pool may all be taken by what is to be ended.
     */
    Future<Void> cancel(SqlConnection running) {
        int process = PgConnection.cast(running).processId();
        return PgConnection.connect(vertx, server)
                .compose(own -> own.preparedQuery("select pg_cancel_backend($1)")
                        .execute(Tuple.of(process))
                        .eventually(() -> own.close())
                        .mapEmpty());
    }

    @Override
    public Future<SqlConnection> getConnection() {
        Envelope envelope = Envelope.current();
        if (envelope == null) {
            return Future.failedFuture(outside());
        }
        return envelope.lendsItself
                ? Future.succeededFuture(new TenantConnection(envelope))
                : lend(envelope).map(lent -> new TenantConnection(lent, envelope));
    }

    @Override
    public void getConnection(Handler<AsyncResult<SqlConnection>> handler) {
        getConnection().onComplete(handler);
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        throw outside();
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        throw outside();
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        throw outside();
    }

    @Override
    public PgPool connectHandler(Handler<SqlConnection> handler) {
        throw new UnsupportedOperationException("a connect handler runs once per physical connection, not per tenant");
    }

    @Override
    public PgPool connectionProvider(Function<Context, Future<SqlConnection>> provider) {
        throw new UnsupportedOperationException("connections come from the configured server only");
    }

    @Override
    public int size() {
        return raw.size();
    }

    @Override
    public Future<Void> close() {
        return raw.close();
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        raw.close(handler);
    }

    private static TenantViolation outside() {
        return new TenantViolation("the pool was used outside of Tenancy: go through write, read, sql or query");
    }
}
