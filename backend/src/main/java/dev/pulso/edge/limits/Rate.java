package dev.pulso.edge.limits;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/**
 * So many times in so long, spread evenly; as many at once when nothing was used before.
 *
 * @param name tells rates for different things apart, such as {@code login}
 */
public record Rate(String name, long times, Duration period) {
    static final Duration LONGEST = Duration.ofDays(1);

    public Rate {
        if (times < 1 || !period.isPositive() || period.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + ": at least once in a positive time, in a day at most");
        }
    }

    /** How many that is in a minute. */
    public long perMinute() {
        return Math.round(times * 60_000.0 / period.toMillis());
    }

    Bandwidth bandwidth() {
        return Bandwidth.builder().capacity(times).refillGreedy(times, period).build();
    }
}
