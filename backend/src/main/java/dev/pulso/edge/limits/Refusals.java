package dev.pulso.edge.limits;

import dev.pulso.kernel.Bounded;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
    private static final int NAMED = 10_000;
    private static final String METER = "pulso.limits.refused";

    private record Who(String limit, UUID tenant) {}

    private final Map<String, Counter> counters;
    private final Clock clock;
    private final Map<Who, Instant> named = Bounded.map(NAMED);

    Refusals(MeterRegistry meters, Clock clock) {
        // All of them from the start: a rate cannot be taken of a counter that appears with its first refusal.
        this.counters = Stream.of("tenant", "concurrency", "api-key", "upload")
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        limit -> Counter.builder(METER)
                                .tag("limit", limit)
                                .description("Requests that were told to come back later")
                                .register(meters)));
        this.clock = clock;
    }

    /** @param limit {@code tenant} (requests a minute), {@code concurrency}, {@code api-key} or {@code upload} */
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
