package dev.pulso.edge.web;

import dev.pulso.edge.limits.Decision;
import dev.pulso.edge.limits.Plan;
import dev.pulso.edge.limits.Plans;
import dev.pulso.edge.limits.Rate;
import dev.pulso.edge.limits.RateLimiter;
import dev.pulso.edge.limits.Refusals;
import dev.pulso.edge.limits.TenantSlots;
import dev.pulso.edge.security.ApiKeyGate;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What a tenant's plan allows, at the door: how many requests, and how many at once. Both answer null when nothing has to be waited for. */
@Singleton
class TenantLimits {
    private final Plans plans;
    private final RateLimiter limiter;
    private final TenantSlots slots;
    private final Operations operations;
    private final Refusals refusals;
    private final Rate perKey;
    private final Rate uploads;

    TenantLimits(
            Plans plans,
            RateLimiter limiter,
            TenantSlots slots,
            Operations operations,
            Refusals refusals,
            @ConfigProperty(name = "pulso.limits.api-key") long perKeyAndMinute,
            @ConfigProperty(name = "pulso.limits.uploads") long uploadsInTenMinutes) {
        this.uploads = new Rate("upload", uploadsInTenMinutes, Duration.ofMinutes(10));
        this.perKey = new Rate("api-key", perKeyAndMinute, Duration.ofMinutes(1));
        this.plans = plans;
        this.limiter = limiter;
        this.slots = slots;
        this.operations = operations;
        this.refusals = refusals;
    }

    /** Counts a request against the tenant's plan. @throws Problem 429, also by the Uni, when it has had all of it */
    @Nullable
    Uni<Void> count(UUID tenant, RoutingContext request) {
        Plan plan = plans.of(tenant);
        String who = tenant.toString();
        Decision now = limiter.takeNow(plan.requests(), who);
        if (now != null) {
            apply(now, tenant, "tenant", request);
            return null;
        }
        return limiter.take(plan.requests(), who)
                .invoke(decision -> apply(decision, tenant, "tenant", request))
                .replaceWithVoid();
    }

    /** Counts a request against the limit of its API key. Ends in a 429 when the key has had all of it. */
    Uni<Void> countKey(ApiKeyGate.Holder holder, RoutingContext request) {
        return limiter.take(perKey, holder.keyId().toString())
                .invoke(decision -> apply(decision, holder.caller().tenantId(), "api-key", request))
                .replaceWithVoid();
    }

    private void apply(Decision decision, UUID tenant, String limit, RoutingContext request) {
        MultiMap headers = request.response().headers();
        // A key has a limit of its own, which is counted first and is the nearer one.
        if (!headers.contains(Decision.LIMIT)) {
            decision.addTo(headers);
        }
        if (!decision.granted()) {
            refusals.count(limit, tenant);
            decision.require();
        }
    }

    /** Counts a file that is about to be read: it lies on the disk for a while, whoever sends it. */
    Uni<Void> countUpload(UUID tenant, RoutingContext request) {
        return limiter.take(uploads, tenant.toString())
                .invoke(decision -> {
                    if (!decision.granted()) {
                        apply(decision, tenant, "upload", request);
                    }
                })
                .replaceWithVoid();
    }

    /** Takes one of the tenant's slots until the answer has ended. A stream does not end, and works only now and then. */
    @Nullable
    Uni<Void> enter(UUID tenant, String operation, RoutingContext request) {
        if (operations.streams(operation)) {
            return null;
        }
        if (!operations.isUpload(operation)) {
            return slots.enter(tenant, plans.of(tenant).concurrency(), request);
        }
        return countUpload(tenant, request).chain(() -> {
            Uni<Void> entered = slots.enter(tenant, plans.of(tenant).concurrency(), request);
            return entered == null ? Uni.createFrom().voidItem() : entered;
        });
    }
}
