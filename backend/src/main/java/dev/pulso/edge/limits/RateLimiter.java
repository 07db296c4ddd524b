package dev.pulso.edge.limits;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Counts what somebody does: on this node, or for all nodes together where a store is set ({@link RateLimiters}). */
public interface RateLimiter {

    /** As {@link #take}, when that needs no waiting; null: nothing has been taken yet, {@link #take} has to ask. */
    @Nullable
    Decision takeNow(Rate rate, String who);

    /** Takes one of the rate, if there is one. {@code who}: a key, an account with its address, a tenant. */
    Uni<Decision> take(Rate rate, String who);

    /** Gives one back: what was taken for a guess that proved to be none. */
    Uni<Void> giveBack(Rate rate, String who);

    /** Gives everything back. */
    Uni<Void> forget(Rate rate, String who);
}
