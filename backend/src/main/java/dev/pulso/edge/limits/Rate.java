package dev.pulso.edge.limits;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/**
 * So many times in so long, spread evenly; as many at once when nothing was used before.
 *
 * @param name tells rates for different things apart, such as {@code login}
 */
public record Rate(String name, long times, Duration period) {
    public Rate {
        if (times < 1 || !period.isPositive()) {
            throw new IllegalArgumentException(name + ": at least once in a positive time");
        }
    }

    Bandwidth bandwidth() {
        return Bandwidth.builder().capacity(times).refillGreedy(times, period).build();
    }
}
