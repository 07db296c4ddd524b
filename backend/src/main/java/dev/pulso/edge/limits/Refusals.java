package dev.pulso.edge.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Who was told to come back later (429): counted by limit as {@code pulso_limits_refused_total}, and named in the log, a line
 * a minute for each tenant and limit, however many requests were refused.
 */
@Singleton
public class Refusals {
    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final String METER = "pulso.limits.refused";

    private record Who(String limit, UUID tenant) {}

    private final Map<String, Counter> counters;
    private final Clock clock;
    /** No more of them than tenants that were refused since the start. */
    private final Map<Who, Instant> named = new ConcurrentHashMap<>();

    Refusals(MeterRegistry meters, Clock clock) {
        // All of them from the start: a rate cannot be taken of a counter that appears with its first refusal.
        this.counters = Stream.of("tenant", "concurrency", "api-key")
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        limit -> Counter.builder(METER)
                                .tag("limit", limit)
                                .description("Requests that were told to come back later")
                                .register(meters)));
        this.clock = clock;
    }

    /** @param limit {@code tenant} (requests a minute), {@code concurrency} or {@code api-key} */
    public void count(String limit, UUID tenant) {
        Objects.requireNonNull(counters.get(limit), limit).increment();
        Instant now = clock.instant();
        boolean first = now.equals(named.merge(
                new Who(limit, tenant), now, (last, asked) -> last.plus(QUIET).isAfter(asked) ? last : asked));
        if (first) {
            LOG.warnf("tenant %s has reached its limit '%s' and is refused", tenant, limit);
        }
    }
}
