package dev.pulso.store.tenancy;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Two transactions that interleave on purpose: one is held just before it sends a statement, by when it has read what it
 * decides by; another runs from its begin to its commit; then the first goes on.
 */
@ApplicationScoped
public class TwoTransactions {
    private static final long PATIENCE_SECONDS = 30;

    private final TenantPool pool;

    TwoTransactions(Pool pool) {
        this.pool = (TenantPool) ClientProxy.unwrap(pool);
    }

    /**
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
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
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
