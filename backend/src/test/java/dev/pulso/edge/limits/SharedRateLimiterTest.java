package dev.pulso.edge.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Two nodes that count in one store; and what they do without it. */
class SharedRateLimiterTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Rate TEN_A_HOUR = new Rate("test", 10, Duration.ofHours(1));

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void two_nodes_together_grant_what_one_would() {
        try (RedisServer redis = aServer()) {
            redis.start();
            SharedRateLimiter one = node(redis.address());
            SharedRateLimiter two = node(redis.address());
            await().atMost(SOON).until(() -> answers(one) && answers(two));

            List<Decision> decisions = Multi.createFrom()
                    .items(IntStream.range(0, 40).boxed())
                    .onItem()
                    .transformToUniAndMerge(i -> (i % 2 == 0 ? one : two).take(TEN_A_HOUR, "pixel12"))
                    .collect()
                    .asList()
                    .await()
                    .atMost(SOON);
            assertThat(decisions).filteredOn(Decision::granted).hasSize(10);
            Decision refused = take(two, "pixel12");
            assertThat(refused.granted()).isFalse();
            assertThat(refused.retryAfterSeconds()).isBetween(300L, 360L);
            assertThat(take(one, "somebody else").granted()).isTrue();

            one.forget(TEN_A_HOUR, "pixel12").await().atMost(SOON);
            assertThat(take(two, "pixel12").granted()).isTrue();
        }
    }

    @Test
    void without_its_store_a_node_counts_for_itself_at_once_and_says_so() {
        try (RedisServer redis = aServer()) {
            redis.start();
            SharedRateLimiter node = node(redis.address());
            await().atMost(SOON).until(() -> answers(node));
            double before = failures();
            redis.stop();

            long started = System.nanoTime();
            List<Decision> alone =
                    IntStream.range(0, 20).mapToObj(i -> take(node, "pixel12")).toList();
            assertThat(alone).filteredOn(Decision::granted).hasSize(10);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
            assertThat(failures()).isGreaterThanOrEqualTo(before + 20);

            redis.start();
            await().atMost(SOON).until(() -> answers(node));
            assertThat(take(node, "pixel12").remaining()).isEqualTo(9);
        }
    }

    @Test
    void a_store_that_was_never_there_stops_nobody() {
        SharedRateLimiter node = node("redis://127.0.0.1:1");
        assertThat(take(node, "pixel12").granted()).isTrue();
        assertThat(node.takeNow(TEN_A_HOUR, "pixel12")).isNotNull();
        assertThat(failures()).isEqualTo(2);
    }

    /** Whether the store is asked again, and tells. */
    private boolean answers(SharedRateLimiter node) {
        double before = failures();
        take(node, "anybody " + System.nanoTime());
        return failures() == before;
    }

    private double failures() {
        return meters.counter(SharedRateLimiter.FAILURES).count();
    }

    private static Decision take(SharedRateLimiter node, String who) {
        Decision now = node.takeNow(TEN_A_HOUR, who);
        return (now == null ? node.take(TEN_A_HOUR, who) : Uni.createFrom().item(now))
                .await()
                .atMost(SOON);
    }

    private SharedRateLimiter node(String address) {
        return new SharedRateLimiter(new RedisBuckets(vertx, address), new LocalRateLimiter(), meters);
    }

    private static RedisServer aServer() {
        var server = RedisServer.ofThisMachine();
        Assumptions.assumeTrue(server.isPresent(), "no redis-server or valkey-server on this machine");
        return server.get();
    }
}
