package dev.pulso.start.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How late the event loops come to their work: whatever blocks one shows here first. */
@ApplicationScoped
class EventLoopLag {
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Timer lag;

    EventLoopLag(MeterRegistry registry) {
        lag = Timer.builder("pulso.event.loop.lag")
                .description("How much later than asked a task of an event loop ran")
                .serviceLevelObjectives(
                        Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(1))
                .register(registry);
    }

    void watch(@Observes StartupEvent started, Vertx vertx) {
        for (EventExecutor loop : ((VertxInternal) vertx).getEventLoopGroup()) {
            next(loop);
        }
    }

    private void next(EventExecutor loop) {
        if (loop.isShuttingDown()) {
            return;
        }
        long due = System.nanoTime() + EVERY.toNanos();
        loop.schedule(
                () -> {
                    lag.record(Math.max(0, System.nanoTime() - due), TimeUnit.NANOSECONDS);
                    next(loop);
                },
                EVERY.toNanos(),
                TimeUnit.NANOSECONDS);
    }
}
