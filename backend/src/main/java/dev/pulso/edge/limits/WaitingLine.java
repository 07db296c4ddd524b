package dev.pulso.edge.limits;

import dev.pulso.kernel.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Work that takes long: so much of it is done at once, on threads of its own, and so much waits. Who comes when the line is full
 * is told so (503 with {@code Retry-After}), which is better than to wait for ever, or to be forgotten.
 */
public final class WaitingLine {
    private final ThreadPoolExecutor threads;

    public WaitingLine(String name, int atOnce, int waiting) {
        threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().name(name + "-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** What the work answers when its turn has come. */
    public <T> Uni<T> in(Supplier<T> work) {
        return on(threads, work);
    }

    /**
     * Does the work on such threads and comes back to the context it was called on: what follows may well be a database session.
     * Threads that refuse it are a 503.
     */
    public static <T> Uni<T> on(Executor threads, Supplier<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            Uni<T> result = Uni.createFrom()
                    .item(work)
                    .runSubscriptionOn(threads)
                    .onFailure(RejectedExecutionException.class)
                    .transform(full -> Problem.busy());
            return context == null ? result : result.emitOn(task -> context.runOnContext(ignored -> task.run()));
        });
    }
}
