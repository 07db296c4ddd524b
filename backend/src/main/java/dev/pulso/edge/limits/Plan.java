package dev.pulso.edge.limits;

import java.time.Duration;

/**
 * What a tenant may have of the installation.
 *
 * @param requests of all its people and keys together
 * @param concurrency requests that are worked on at once
 * @param storage bytes of files that it may keep
 */
public record Plan(String name, Rate requests, int concurrency, long storage) {
    /** Short, so that a burst is not a minute's worth of everything at once. */
    private static final Duration WINDOW = Duration.ofSeconds(10);

    static Plan of(String name, long requestsPerMinute, int concurrency, long storage) {
        if (requestsPerMinute < 1 || concurrency < 1) {
            throw new IllegalArgumentException("pulso.plans." + name + ": at least one request, and one at once");
        }
        long times = Math.max(1, requestsPerMinute * WINDOW.toSeconds() / 60);
        return new Plan(name, new Rate("tenant", times, WINDOW), concurrency, storage);
    }
}
