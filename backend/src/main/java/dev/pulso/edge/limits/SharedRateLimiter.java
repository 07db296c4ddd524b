package dev.pulso.edge.limits;

import dev.pulso.kernel.Bounded;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Counts for all nodes in one store. A store that does not answer must not stop the product: then every node counts for
 * itself, says so in a metric and in the log, and asks the store again after a moment.
 */
class SharedRateLimiter implements RateLimiter {
    static final String FAILURES = "pulso.limits.store.failures";

    private static final Logger LOG = Logger.getLogger(SharedRateLimiter.class);
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final long LEAVE_ALONE_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int REMEMBERED = 50_000;

    private record Key(Rate rate, String who) {}

    private final RedisBuckets store;
    private final LocalRateLimiter local;
    private final Counter failures;
    /** Kept, because what is asked of one of them at the same time travels together. */
    private final Map<Key, AsyncBucketProxy> buckets = Bounded.map(REMEMBERED);

    private volatile long downSince;
    private volatile boolean down;

    SharedRateLimiter(RedisBuckets store, LocalRateLimiter local, MeterRegistry meters) {
        this.store = store;
        this.local = local;
        this.failures = failures(meters);
    }

    static Counter failures(MeterRegistry meters) {
        return Counter.builder(FAILURES)
                .description("Limits that were counted on one node only, because the store did not answer")
                .register(meters);
    }

    @Override
    public @Nullable Decision takeNow(Rate rate, String who) {
        return isLeftAlone() ? alone(rate, who) : null;
    }

    @Override
    public Uni<Decision> take(Rate rate, String who) {
        if (isLeftAlone()) {
            return Uni.createFrom().item(() -> alone(rate, who));
        }
        return Uni.createFrom()
                .completionStage(() -> bucket(rate, who).tryConsumeAndReturnRemaining(1))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(probe -> {
                    answered();
                    return Decision.of(rate, probe);
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    unanswered(failure);
                    return alone(rate, who);
                })
                .emitOn(here());
    }

    @Override
    public Uni<Void> forget(Rate rate, String who) {
        buckets.remove(new Key(rate, who));
        return local.forget(rate, who)
                .chain(() -> Uni.createFrom()
                        .completionStage(() -> store.asAsync().removeProxy(name(rate, who)))
                        .ifNoItem()
                        .after(PATIENCE)
                        .fail()
                        .onFailure()
                        .recoverWithItem(failure -> {
                            unanswered(failure);
                            return null;
                        }))
                .emitOn(here());
    }

    @Override
    public Uni<Void> giveBack(Rate rate, String who) {
        if (isLeftAlone()) {
            return local.giveBack(rate, who);
        }
        return Uni.createFrom()
                .completionStage(() -> bucket(rate, who).addTokens(1))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> {
                    unanswered(failure);
                    return null;
                })
                .emitOn(here());
    }

    void close() {
        store.close();
    }

    private Decision alone(Rate rate, String who) {
        failures.increment();
        return local.takeNow(rate, who);
    }

    private boolean isLeftAlone() {
        return down && System.nanoTime() - downSince < LEAVE_ALONE_NANOS;
    }

    private void unanswered(Throwable failure) {
        downSince = System.nanoTime();
        if (!down) {
            down = true;
            LOG.warnf("the store of limits does not answer, each node counts for itself: %s", failure.getMessage());
        }
    }

    private void answered() {
        if (down) {
            down = false;
            LOG.info("the store of limits answers again");
        }
    }

    private AsyncBucketProxy bucket(Rate rate, String who) {
        return buckets.computeIfAbsent(
                new Key(rate, who),
                key -> store.asAsync()
                        .builder()
                        .withOptimization(Optimizations.batching())
                        .build(
                                name(rate, who),
                                BucketConfiguration.builder()
                                        .addLimit(rate.bandwidth())
                                        .build()));
    }

    /** A fingerprint: who has access to the store must not read from it who logs in from where. */
    private static String name(Rate rate, String who) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(who.getBytes(StandardCharsets.UTF_8));
            return "pulso:" + rate.name() + ":" + rate.times() + "/"
                    + rate.period().toSeconds() + ":"
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The store answers on a thread of its own; a request goes on where it was. */
    private static Executor here() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(ignored -> work.run());
    }
}
