package dev.pulso.platform.web;

import dev.pulso.platform.ratelimit.Decision;
import dev.pulso.platform.ratelimit.Plan;
import dev.pulso.platform.ratelimit.Plans;
import dev.pulso.platform.ratelimit.RateLimiter;
import dev.pulso.platform.ratelimit.TenantSlots;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a tenant's plan allows, at the door: how many requests, and how many at once. Both answer null when nothing has to be waited for. */
@Singleton
class TenantLimits {
    private final Plans plans;
    private final RateLimiter limiter;
    private final TenantSlots slots;
    private final Operations operations;
    private final Counter refused;

    TenantLimits(Plans plans, RateLimiter limiter, TenantSlots slots, Operations operations, MeterRegistry meters) {
        this.plans = plans;
        this.limiter = limiter;
        this.slots = slots;
        this.operations = operations;
        this.refused = Counter.builder("pulso.limits.refused")
                .tag("limit", "tenant")
                .description("Requests that were told to come back later")
                .register(meters);
    }

    /** Counts a request against the tenant's plan. @throws Problem 429, also by the Uni, when it has had all of it */
    @Nullable
    Uni<Void> count(UUID tenant, RoutingContext request) {
        Plan plan = plans.of(tenant);
        String who = tenant.toString();
        Decision now = limiter.takeNow(plan.requests(), who);
        if (now != null) {
            apply(now, request);
            return null;
        }
        return limiter.take(plan.requests(), who)
                .invoke(decision -> apply(decision, request))
                .replaceWithVoid();
    }

    private void apply(Decision decision, RoutingContext request) {
        MultiMap headers = request.response().headers();
        // A key has a limit of its own, which is the nearer one.
        if (!headers.contains(Decision.LIMIT)) {
            decision.addTo(headers);
        }
        if (!decision.granted()) {
            refused.increment();
            decision.require();
        }
    }

    /** Takes one of the tenant's slots until the answer has ended. A stream does not end, and works only now and then. */
    @Nullable
    Uni<Void> enter(UUID tenant, String operation, RoutingContext request) {
        return operations.streams(operation)
                ? null
                : slots.enter(tenant, plans.of(tenant).concurrency(), request);
    }
}
