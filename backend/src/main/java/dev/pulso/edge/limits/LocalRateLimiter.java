package dev.pulso.edge.limits;

import dev.pulso.kernel.Bounded;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Counts on this node only: with several nodes behind a balancer the real limit is a multiple. */
class LocalRateLimiter implements RateLimiter {
    private static final int REMEMBERED = 50_000;

    /** By the whole rate: who gets another plan begins a new count. */
    private record Key(Rate rate, String who) {}

    private final Map<Key, Bucket> buckets = Bounded.map(REMEMBERED);

    @Override
    public Decision takeNow(Rate rate, String who) {
        ConsumptionProbe probe = of(rate, who).tryConsumeAndReturnRemaining(1);
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

    @Override
    public Uni<Void> giveBack(Rate rate, String who) {
        of(rate, who).addTokens(1);
        return Uni.createFrom().voidItem();
    }

    private Bucket of(Rate rate, String who) {
        return buckets.computeIfAbsent(new Key(rate, who), key -> bucket(rate));
    }

    private static Bucket bucket(Rate rate) {
        return Bucket.builder().addLimit(rate.bandwidth()).build();
    }
}
