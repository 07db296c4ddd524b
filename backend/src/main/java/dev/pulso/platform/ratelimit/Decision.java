package dev.pulso.platform.ratelimit;

import dev.pulso.platform.web.Problem;
import java.util.Map;

/**
 * What came of asking.
 *
 * @param limit how many there are at most
 * @param remaining how many are left now
 * @param resetSeconds until all are there again
 * @param retryAfterSeconds until the next one is there; 0 when this one was granted
 */
public record Decision(boolean granted, long limit, long remaining, long resetSeconds, long retryAfterSeconds) {

    /** For the answer, whether granted or not. */
    public Map<String, String> headers() {
        return Map.of(
                "RateLimit-Limit", Long.toString(limit),
                "RateLimit-Remaining", Long.toString(remaining),
                "RateLimit-Reset", Long.toString(resetSeconds));
    }

    /** @throws Problem 429 unless granted */
    public void require() {
        if (!granted) {
            throw Problem.tooMany((int) Math.max(1, retryAfterSeconds), headers());
        }
    }
}
