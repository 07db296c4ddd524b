package dev.pulso.store.tenancy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * One read statement in a transaction of its own: BEGIN, settings, statement and COMMIT leave in one tick. Who waits for it no
 * longer {@linkplain #abandon abandons} it, and the server works on it no more.
 *
 * <p>A signal to the server that comes too late must not meet the next statement of the connection: it returns to the pool
 * only when the server has answered that the signal was sent.
 */
final class ReadStatement {
    private final TenantPool pool;
    private final Envelope envelope;
    private final String sql;
    private final Tuple parameters;
    /** Everything below happens on it. */
    private final Context context = Vertx.currentContext();

    private volatile boolean ended;
    private boolean abandoned;
    private @Nullable SqlConnection running;
    private Future<Void> signal = Future.succeededFuture();

    ReadStatement(TenantPool pool, Envelope envelope, String sql, Tuple parameters) {
        this.pool = pool;
        this.envelope = envelope;
        this.sql = sql;
        this.parameters = parameters;
    }

    Future<RowSet<Row>> run() {
        return pool.rawConnection().compose(this::run).onComplete(done -> ended = true);
    }

    private Future<RowSet<Row>> run(SqlConnection raw) {
        if (abandoned) {
            return raw.close().otherwiseEmpty().compose(closed -> Future.failedFuture(nobodyWaits()));
        }
        running = raw;
        Future<?> begin = raw.query("begin").execute();
        Future<?> settings = envelope.apply(raw);
        Future<RowSet<Row>> rows = raw.preparedQuery(sql).execute(parameters);
        Future<?> commit = raw.query("commit").execute();
        return Future.join(begin, settings, rows, commit).transform(all -> {
            running = null;
            return signal.otherwiseEmpty()
                    .compose(sent -> raw.close().otherwiseEmpty())
                    .compose(closed -> all.failed() ? Future.failedFuture(first(begin, settings, rows, commit)) : rows);
        });
    }

    /** Nobody waits for the rows any more. From any thread, also after the end, when there is nothing to do. */
    void abandon() {
        if (!ended) {
            context.runOnContext(ignored -> {
                abandoned = true;
                if (running != null) {
                    signal = pool.cancel(running);
                }
            });
        }
    }

    private static CancellationException nobodyWaits() {
        return new CancellationException("nobody waits for the answer any more");
    }

    private static Throwable first(Future<?>... futures) {
        for (Future<?> future : futures) {
            if (future.failed()) {
                return future.cause();
            }
        }
        throw new IllegalArgumentException("nothing failed");
    }
}
