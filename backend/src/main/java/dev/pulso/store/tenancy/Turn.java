package dev.pulso.store.tenancy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.TypeArg;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** A transaction of two round trips and what the work itself needs: see {@link Tenancy#turn}. */
final class Turn<T> {
    private final Envelope envelope;
    private final TenantPool.Lent lent;
    private final Read<T> first;
    private final Function<T, Uni<Void>> work;
    private final Read<?> last;

    Turn(Envelope envelope, TenantPool.Lent lent, Read<T> first, Function<T, Uni<Void>> work, Read<?> last) {
        this.envelope = envelope;
        this.lent = lent;
        this.first = first;
        this.work = work;
        this.last = last;
    }

    Uni<Void> run() {
        SqlConnection raw = lent.connection();
        return Tenancy.uni(() -> begun(raw))
                .chain(rows -> work.apply(first.answer().apply(new RowSet<>(rows, TypeArg.of(Row.class)))))
                .invoke(this::requireWanted)
                .onFailure()
                // The first failure is the one to tell; a broken connection fails to roll back as well.
                .call(() -> Tenancy.uni(() -> raw.query("rollback").execute())
                        .onFailure()
                        .recoverWithNull())
                .chain(() -> Tenancy.uni(() -> ended(raw)))
                .eventually(() -> Tenancy.uni(lent::giveBack).onFailure().recoverWithNull());
    }

    private Future<io.vertx.sqlclient.RowSet<io.vertx.sqlclient.Row>> begun(SqlConnection raw) {
        Future<?> begin = raw.query("begin").execute();
        Future<?> settings = envelope.apply(raw);
        Future<io.vertx.sqlclient.RowSet<io.vertx.sqlclient.Row>> rows =
                raw.preparedQuery(first.sql()).execute(first.parameters().getDelegate());
        envelope.connection = raw;
        return Future.join(begin, settings, rows)
                .transform(all -> all.failed() ? Future.failedFuture(first(List.of(begin, settings, rows))) : rows);
    }

    /** A COMMIT behind a statement that has failed rolls back: there is nothing to wait for in between. */
    private Future<Void> ended(SqlConnection raw) {
        Future<?> done = raw.preparedQuery(last.sql()).execute(last.parameters().getDelegate());
        Future<?> commit = raw.query("commit").execute();
        return Future.join(done, commit)
                .transform(all -> all.failed()
                        ? Future.failedFuture(WorkTakenOver.or(first(List.of(done, commit))))
                        : Future.succeededFuture());
    }

    private void requireWanted() {
        if (envelope.cancelled) {
            throw new CancellationException("nobody waits for the answer any more");
        }
        if (envelope.doomed) {
            throw new IllegalStateException("a part of the transaction was rolled back, and so is all of it");
        }
    }

    private static Throwable first(List<Future<?>> futures) {
        return futures.stream().filter(Future::failed).findFirst().orElseThrow().cause();
    }
}
