package dev.pulso.store.tenancy;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.Transaction;

/**
 * What a session takes for its transaction that was opened on the connection of another: it ends with that one. What is rolled
 * back here is rolled back with all of it.
 */
final class JoinedTransaction implements Transaction {
    private final Envelope envelope;
    private boolean ended;

    JoinedTransaction(Envelope envelope) {
        this.envelope = envelope;
    }

    /** Whoever closes the connection looks whether anything is open. */
    boolean ended() {
        return ended;
    }

    @Override
    public Future<Void> commit() {
        ended = true;
        return Future.succeededFuture();
    }

    @Override
    public void commit(Handler<AsyncResult<Void>> handler) {
        commit().onComplete(handler);
    }

    @Override
    public Future<Void> rollback() {
        ended = true;
        envelope.doomed = true;
        return Future.succeededFuture();
    }

    @Override
    public void rollback(Handler<AsyncResult<Void>> handler) {
        rollback().onComplete(handler);
    }

    @Override
    public Future<Void> completion() {
        return Future.succeededFuture();
    }

    @Override
    public void completion(Handler<AsyncResult<Void>> handler) {
        completion().onComplete(handler);
    }
}
