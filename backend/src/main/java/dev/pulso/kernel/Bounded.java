package dev.pulso.kernel;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.ConcurrentMap;

/** Memory that others can fill. */
public final class Bounded {
    private Bounded() {}

    /**
     * A map that keeps about {@code most} entries and drops those that are used least. A flood of new keys pushes out
     * its like, not what everybody uses: emptied when full, whoever floods it would take everything from everybody.
     */
    public static <K, V> ConcurrentMap<K, V> map(int most) {
        // Evicts on the calling thread: nothing is over the bound for longer than the call.
        return Caffeine.newBuilder()
                .maximumSize(most)
                .executor(Runnable::run)
                .<K, V>build()
                .asMap();
    }
}
