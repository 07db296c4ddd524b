package dev.pulso.store.tenancy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Read statements in a transaction of their own: BEGIN, settings, statements and COMMIT leave in one tick. Who waits for it no
 * longer {@linkplain #abandon abandons} it, and the server works on it no more.
 *
 * <p>A signal to the server that comes too late must not meet the next statement of the connection: it returns to the pool
 * only when the server has answered that the signal was sent.
 */
final class ReadStatements {
    /** What belongs together is of one moment: a change that commits in between is in all of it, or in none. */
    private static final String BEGIN_AS_ONE = "begin isolation level repeatable read";

    private final TenantPool pool;
    private final Envelope envelope;
    private final List<Read<?>> reads;
    /** Everything below happens on it. */
    private final Context context = Vertx.currentContext();

    private volatile boolean ended;
    private boolean abandoned;
    private @Nullable SqlConnection running;
    private Future<Void> signal = Future.succeededFuture();

    ReadStatements(TenantPool pool, Envelope envelope, List<Read<?>> reads) {
        this.pool = pool;
        this.envelope = envelope;
        this.reads = reads;
    }

    /** The rows of each, in their order. */
    Future<List<RowSet<Row>>> run() {
        return pool.lend(envelope).compose(this::run).onComplete(done -> ended = true);
    }

    private Future<List<RowSet<Row>>> run(TenantPool.Lent lent) {
        if (abandoned) {
            return lent.giveBack().otherwiseEmpty().compose(closed -> Future.failedFuture(nobodyWaits()));
        }
        SqlConnection raw = lent.connection();
        running = raw;
        List<Future<?>> sent = new ArrayList<>();
        sent.add(raw.query(reads.size() > 1 ? BEGIN_AS_ONE : "begin").execute());
        sent.add(envelope.apply(raw));
        List<Future<RowSet<Row>>> rows = reads.stream()
                .map(read ->
                        raw.preparedQuery(read.sql()).execute(read.parameters().getDelegate()))
                .toList();
        sent.addAll(rows);
        sent.add(raw.query("commit").execute());
        return Future.join(sent).transform(all -> {
            running = null;
            return signal.otherwiseEmpty()
                    .compose(signalled -> lent.giveBack().otherwiseEmpty())
                    .compose(closed -> all.failed()
                            ? Future.failedFuture(first(sent))
                            : Future.succeededFuture(
                                    rows.stream().map(Future::result).toList()));
        });
    }

    /** Nobody waits for the rows any more. From any thread, also after the end, when there is nothing to do. */
    void abandon() {
        if (!ended) {
            envelope.cancelled = true;
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

    private static Throwable first(List<Future<?>> futures) {
        for (Future<?> future : futures) {
            if (future.failed()) {
                return future.cause();
            }
        }
        throw new IllegalArgumentException("nothing failed");
    }
}
