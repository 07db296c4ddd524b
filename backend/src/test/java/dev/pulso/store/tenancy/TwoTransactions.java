package dev.pulso.store.tenancy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.ClientProxy;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Two transactions that interleave on purpose. */
@ApplicationScoped
public class TwoTransactions {
    private static final long PATIENCE_SECONDS = 30;
    /** Who waits for a line to the database, or for somebody who does. */
    private static final String WAITING = """
            with recursive waiting(pid) as (
                select %1$d
                union
                select l.pid from pg_locks l join waiting w on w.pid = any(pg_blocking_pids(l.pid)) where not l.granted)
            select count(*) from waiting where pid <> %1$d""";

    private final TenantPool pool;
    private final AgroalDataSource owner;

    TwoTransactions(Pool pool, @DataSource("owner") AgroalDataSource owner) {
        this.pool = (TenantPool) ClientProxy.unwrap(pool);
        this.owner = owner;
    }

    /**
     * Both are under way and neither has written: they wait for what is held here, in this order, and then go on as the database
     * lets them.
     *
     * @param hold a statement of this tenant whose locks both come upon, such as {@code select ... for no key update}; it
     *     must find a row, and is taken back
     * @return what the first answers, and the second
     */
    public <T> List<T> crossing(UUID tenant, String hold, Supplier<T> first, Supplier<T> second) {
        // Not the common pool, which has a single thread here.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection holder = owner.getConnection();
                Statement sql = holder.createStatement()) {
            holder.setAutoCommit(false);
            List<CompletableFuture<T>> running = new ArrayList<>();
            try {
                sql.execute("select set_config('app.tenant_id', '" + tenant + "', true),"
                        + " set_config('app.actor', 'test', true)");
                if (sql.execute(hold) ? !sql.getResultSet().next() : sql.getUpdateCount() == 0) {
                    throw new AssertionError("nothing is held by: " + hold);
                }
                long line = number(sql, "select pg_backend_pid()");
                for (Supplier<T> each : List.of(first, second)) {
                    running.add(CompletableFuture.supplyAsync(each, threads));
                    while (number(sql, WAITING.formatted(line)) < running.size()) {
                        if (running.getLast().isDone()) {
                            throw new AssertionError(
                                    "did not wait: " + running.getLast().get());
                        }
                        Thread.sleep(10);
                    }
                }
            } finally {
                holder.rollback();
            }
            List<T> answers = new ArrayList<>();
            for (CompletableFuture<T> each : running) {
                answers.add(each.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (SQLException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static long number(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * One is held just before it sends a statement, by when it has read what it decides by; another runs from its begin to its
     * commit; then the first goes on.
     *
     * @param first what is held, run on a thread of its own
     * @param statement a part of the statement before which it is held, the first time that anybody sends such a one
     * @param second what happens meanwhile
     * @return what the first one answers in the end
     */
    public <T> T between(Supplier<T> first, String statement, Runnable second) {
        Hold hold = new Hold(statement);
        pool.seeAs(hold::connection);
        try {
            CompletableFuture<T> running = CompletableFuture.supplyAsync(first);
            if (!hold.reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody sent a statement with: " + statement);
            }
            second.run();
            hold.release.complete(null);
            return running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        } finally {
            hold.release.complete(null);
            pool.seeAs(java.util.function.UnaryOperator.identity());
        }
    }

    private static final class Hold {
        private final String statement;
        private final AtomicBoolean taken = new AtomicBoolean();
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CompletableFuture<Void> release = new CompletableFuture<>();

        Hold(String statement) {
            this.statement = statement;
        }

        SqlConnection connection(SqlConnection raw) {
            return (SqlConnection) Proxy.newProxyInstance(
                    SqlConnection.class.getClassLoader(),
                    raw.getClass().getInterfaces(),
                    (proxy, method, arguments) -> {
                        Object answer = call(raw, method, arguments);
                        if (method.getName().equals("preparedQuery")
                                && ((String) arguments[0]).contains(statement)
                                && taken.compareAndSet(false, true)) {
                            return held((PreparedQuery<?>) answer);
                        }
                        return answer == raw ? proxy : answer;
                    });
        }

        private PreparedQuery<?> held(PreparedQuery<?> query) {
            return (PreparedQuery<?>) Proxy.newProxyInstance(
                    PreparedQuery.class.getClassLoader(),
                    new Class<?>[] {PreparedQuery.class},
                    (proxy, method, arguments) -> {
                        if (!method.getName().startsWith("execute")) {
                            return held((PreparedQuery<?>) call(query, method, arguments));
                        }
                        reached.countDown();
                        return afterRelease().compose(go -> {
                            try {
                                return (Future<?>) call(query, method, arguments);
                            } catch (Throwable e) {
                                return Future.failedFuture(e);
                            }
                        });
                    });
        }

        /** Comes back to the context of the transaction. */
        private Future<Void> afterRelease() {
            Context context = Vertx.currentContext();
            Promise<Void> promise = ((ContextInternal) context).promise();
            release.thenRun(() -> context.runOnContext(ignored -> promise.complete()));
            return promise.future();
        }

        private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
