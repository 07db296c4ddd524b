package dev.pulso.platform.ratelimit;

import io.smallrye.mutiny.Uni;

/** Counts what somebody does. Another bean of this type, such as one on Redis, counts for all nodes together. */
public interface RateLimiter {

    /** Takes one of the rate, if there is one. {@code who}: a key, an account with its address, a tenant. */
    Uni<Decision> take(Rate rate, String who);

    /** Gives everything back. */
    Uni<Void> forget(Rate rate, String who);
}
