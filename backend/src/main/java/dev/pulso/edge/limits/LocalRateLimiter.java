package dev.pulso.edge.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts on this node only: with several nodes behind a balancer the real limit is a multiple. */
class LocalRateLimiter implements RateLimiter {
    private static final int REMEMBERED = 50_000;

    /** By the whole rate: who gets another plan begins a new count. */
    private record Key(Rate rate, String who) {}

    private record Counted(Bucket bucket, Rate rate) {
        boolean full() {
            return bucket.getAvailableTokens() >= rate.times();
        }
    }

    private final Map<Key, Counted> buckets = new ConcurrentHashMap<>();

    @Override
    public Decision takeNow(Rate rate, String who) {
        if (buckets.size() >= REMEMBERED) {
            tidyUp();
        }
        ConsumptionProbe probe = buckets.computeIfAbsent(new Key(rate, who), key -> new Counted(bucket(rate), rate))
                .bucket()
                .tryConsumeAndReturnRemaining(1);
        return Decision.of(rate, probe);
    }

    @Override
    public Uni<Decision> take(Rate rate, String who) {
        return Uni.createFrom().item(() -> takeNow(rate, who));
    }

    @Override
    public Uni<Void> forget(Rate rate, String who) {
        buckets.remove(new Key(rate, who));
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
        return Bucket.builder().addLimit(rate.bandwidth()).build();
    }
}
