package dev.pulso.store.tenancy;

import dev.pulso.kernel.StartSteps;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
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
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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

    private final Pool raw;
    private final Vertx vertx;
    private final PgConnectOptions server;

    /** For tests of what happens between two statements; everything else sees connections as they are. */
    private volatile UnaryOperator<SqlConnection> seenAs = UnaryOperator.identity();

    /** @param server how the connections of the pool reach the server */
    TenantPool(Pool raw, Vertx vertx, PgConnectOptions server) {
        this.raw = raw;
        this.vertx = vertx;
        this.server = server;
    }

    /** For {@link Tenancy}, which sets the tenant itself. */
    Future<SqlConnection> rawConnection() {
        long asked = System.nanoTime();
        return connection()
                .onComplete(given -> WAIT.record(System.nanoTime() - asked, TimeUnit.NANOSECONDS))
                .map(seenAs)
                .recover(failure -> Future.failedFuture(new DatabaseBusy(failure)));
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
        return rawConnection().map(connection -> new TenantConnection(connection, envelope));
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
