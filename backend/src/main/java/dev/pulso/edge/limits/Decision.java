package dev.pulso.edge.limits;

import dev.pulso.kernel.Problem;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.MultiMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What came of asking.
 *
 * @param limit how many there are at most
 * @param remaining how many are left now
 * @param resetSeconds until all are there again
 * @param retryAfterSeconds until the next one is there; 0 when this one was granted
 */
public record Decision(boolean granted, long limit, long remaining, long resetSeconds, long retryAfterSeconds) {
    public static final String LIMIT = "RateLimit-Limit";
    private static final String REMAINING = "RateLimit-Remaining";
    private static final String RESET = "RateLimit-Reset";

    static Decision of(Rate rate, ConsumptionProbe probe) {
        return new Decision(
                probe.isConsumed(),
                rate.times(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                seconds(probe.getNanosToWaitForRefill()));
    }

    /** Where nothing is counted. */
    static Decision free() {
        return new Decision(true, Long.MAX_VALUE, Long.MAX_VALUE, 0, 0);
    }

    private static long seconds(long nanos) {
        return (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
    }

    /** For the answer, whether granted or not. */
    public Map<String, String> headers() {
        return Map.of(
                LIMIT, Long.toString(limit),
                REMAINING, Long.toString(remaining),
                RESET, Long.toString(resetSeconds));
    }

    /** The same, where every request passes. */
    public void addTo(MultiMap answer) {
        answer.set(LIMIT, Long.toString(limit));
        answer.set(REMAINING, Long.toString(remaining));
        answer.set(RESET, Long.toString(resetSeconds));
    }

    /** @throws Problem 429 unless granted */
    public void require() {
        if (!granted) {
            throw Problem.tooMany((int) Math.max(1, retryAfterSeconds), headers());
        }
    }
}
