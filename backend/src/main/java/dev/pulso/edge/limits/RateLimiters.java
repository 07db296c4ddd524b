package dev.pulso.edge.limits;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses where is counted: on this node, unless {@code pulso.limits.store} names a Redis or Valkey for all nodes. */
class RateLimiters {
    @Produces
    @ApplicationScoped
    RateLimiter limiter(
            Vertx vertx, MeterRegistry meters, @ConfigProperty(name = "pulso.limits.store") Optional<String> address) {
        LocalRateLimiter local = new LocalRateLimiter();
        // Without a store it stays at zero, and alerts can ask for it all the same.
        SharedRateLimiter.failures(meters);
        return address.filter(given -> !given.isBlank())
                .<RateLimiter>map(given -> new SharedRateLimiter(new RedisBuckets(vertx, given), local, meters))
                .orElse(local);
    }

    void close(@Disposes RateLimiter limiter) {
        if (limiter instanceof SharedRateLimiter shared) {
            shared.close();
        }
    }
}
