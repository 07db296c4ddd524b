package dev.pulso.platform.ratelimit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Counts on this node only: with several nodes behind a balancer the real limit is a multiple. */
@DefaultBean
@ApplicationScoped
class LocalRateLimiter implements RateLimiter {
    private static final int REMEMBERED = 50_000;

    private record Key(String rate, String who) {}

    private record Counted(Bucket bucket, Rate rate) {
        boolean full() {
            return bucket.getAvailableTokens() >= rate.times();
        }
    }

    private final Map<Key, Counted> buckets = new ConcurrentHashMap<>();

    @Override
    public Uni<Decision> take(Rate rate, String who) {
        if (buckets.size() >= REMEMBERED) {
            tidyUp();
        }
        ConsumptionProbe probe = buckets.computeIfAbsent(
                        new Key(rate.name(), who), key -> new Counted(bucket(rate), rate))
                .bucket()
                .tryConsumeAndReturnRemaining(1);
        return Uni.createFrom()
                .item(new Decision(
                        probe.isConsumed(),
                        rate.times(),
                        probe.getRemainingTokens(),
                        seconds(probe.getNanosToWaitForReset()),
                        seconds(probe.getNanosToWaitForRefill())));
    }

    @Override
    public Uni<Void> forget(Rate rate, String who) {
        buckets.remove(new Key(rate.name(), who));
        return Uni.createFrom().voidItem();
    }

    /** Who has everything back is as good as unknown. Should that not make room, a flood of names must not eat the memory. */
    private void tidyUp() {
        buckets.values().removeIf(Counted::full);
        if (buckets.size() >= REMEMBERED) {
            buckets.clear();
        }
    }

    private static Bucket bucket(Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.times()).refillGreedy(rate.times(), rate.period()))
                .build();
    }

    private static long seconds(long nanos) {
        return (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
    }
}
