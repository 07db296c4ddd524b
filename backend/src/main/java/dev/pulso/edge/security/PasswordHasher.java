package dev.pulso.edge.security;

import dev.pulso.kernel.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * argon2id with OWASP's figures (19 MiB, two passes). A hash costs about 50 ms and 19 MiB, so only a few are made at once,
 * on threads of their own; a flood of logins is refused instead of starving everybody else.
 */
@ApplicationScoped
public class PasswordHasher {
    private static final int THREADS =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    private static final int WAITING = 64;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("argon2-", 0).daemon().factory());

    private final AtomicLong done = new AtomicLong();

    /** The hash in PHC form, with its own random salt. */
    public Uni<String> hash(String password) {
        return offLoop(() -> Argon2id.hash(password));
    }

    /** @param hash null when there is no such user: false, after the same time */
    public Uni<Boolean> matches(String password, @Nullable String hash) {
        return offLoop(() -> {
            String against = hash == null ? Nobody.HASH : hash;
            boolean same = Argon2id.matches(password, against);
            return same && hash != null;
        });
    }

    /** How many hashes and comparisons there have been: what an answer's time is made of. */
    long done() {
        return done.get();
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    /** Comes back to the context it was called on: what follows may well be a database session. */
    private <T> Uni<T> offLoop(Supplier<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            Uni<T> result = Uni.createFrom()
                    .item(() -> {
                        done.incrementAndGet();
                        return work.get();
                    })
                    .runSubscriptionOn(threads)
                    .onFailure(RejectedExecutionException.class)
                    .transform(full -> Problem.busy());
            return context == null ? result : result.emitOn(task -> context.runOnContext(ignored -> task.run()));
        });
    }

    /** Compared against when there is no such user, so that the answer takes as long. Made on first use, off the loop. */
    private static final class Nobody {
        static final String HASH = Argon2id.hash("nobody has this password");
    }
}
