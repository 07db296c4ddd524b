package dev.pulso.store.tenancy;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection whose transactions belong to an envelope and which runs nothing outside of a transaction. */
final class TenantConnection implements SqlConnection {
    /** Null for one that joins the transaction of its envelope. */
    private final TenantPool.@Nullable Lent lent;

    private final SqlConnection raw;
    private final Envelope envelope;
    private @Nullable JoinedTransaction joined;

    TenantConnection(TenantPool.Lent lent, Envelope envelope) {
        this.lent = lent;
        this.raw = lent.connection();
        this.envelope = envelope;
    }

    /** Of an envelope whose transaction is open: begins and ends with that. */
    TenantConnection(Envelope envelope) {
        this.lent = null;
        this.raw = Objects.requireNonNull(envelope.connection, "an open transaction has its connection");
        this.envelope = envelope;
    }

    @Override
    public Future<Transaction> begin() {
        if (lent == null) {
            joined = new JoinedTransaction(envelope);
            return Future.succeededFuture(joined);
        }
        // Both leave in one tick: the extra statement costs no round trip.
        Future<Transaction> begun = raw.begin();
        Future<?> applied = envelope.apply(raw);
        envelope.connection = raw;
        return begun.compose(transaction -> applied.map(transaction));
    }

    @Override
    public void begin(Handler<AsyncResult<Transaction>> handler) {
        begin().onComplete(handler);
    }

    @Override
    public @Nullable Transaction transaction() {
        if (lent != null) {
            return raw.transaction();
        }
        return joined == null || joined.ended() ? null : joined;
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return inTransaction().query(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return inTransaction().preparedQuery(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return inTransaction().preparedQuery(sql, options);
    }

    @Override
    public Future<PreparedStatement> prepare(String sql) {
        return inTransaction().prepare(sql);
    }

    @Override
    public Future<PreparedStatement> prepare(String sql, PrepareOptions options) {
        return inTransaction().prepare(sql, options);
    }

    @Override
    public SqlConnection prepare(String sql, Handler<AsyncResult<PreparedStatement>> handler) {
        prepare(sql).onComplete(handler);
        return this;
    }

    @Override
    public SqlConnection prepare(String sql, PrepareOptions options, Handler<AsyncResult<PreparedStatement>> handler) {
        prepare(sql, options).onComplete(handler);
        return this;
    }

    @Override
    public SqlConnection exceptionHandler(Handler<Throwable> handler) {
        raw.exceptionHandler(handler);
        return this;
    }

    @Override
    public SqlConnection closeHandler(Handler<Void> handler) {
        raw.closeHandler(handler);
        return this;
    }

    @Override
    public boolean isSSL() {
        return raw.isSSL();
    }

    @Override
    public DatabaseMetadata databaseMetadata() {
        return raw.databaseMetadata();
    }

    @Override
    public Future<Void> close() {
        return lent == null ? Future.succeededFuture() : lent.giveBack();
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        close().onComplete(handler);
    }

    private SqlConnection inTransaction() {
        if (lent != null && raw.transaction() == null) {
            throw new TenantViolation("a statement was sent before the transaction began: no tenant is set");
        }
        return raw;
    }
}
