package dev.pulso.edge.live;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * How far a node has read the log. Numbers are given out before a transaction commits, so a lower one may turn up after
 * a higher one: a gap is remembered until it is filled, or until every transaction that was open when it was found has
 * ended; then its own has failed.
 */
final class LiveProgress {
    /** What had settled when the log was read: see settled_horizon(). */
    record Horizon(long oldestOpen, long nextNumber) {}

    /** A gap, and the first number of a transaction that cannot have made it. */
    private final TreeMap<Long, Long> missing = new TreeMap<>();

    private long newest;

    /** @param latest the end of the log: what lies before is of no interest, what is missing in it may still come */
    LiveProgress(List<LiveNotice> latest, Horizon horizon) {
        newest = latest.isEmpty() ? 0 : latest.getFirst().seq();
        read(latest, horizon);
    }

    synchronized long newest() {
        return newest;
    }

    synchronized List<Long> missing() {
        return List.copyOf(missing.keySet());
    }

    /** Everything up to here has been read, or will never come. */
    synchronized long settled() {
        return missing.isEmpty() ? newest : missing.firstKey() - 1;
    }

    /** Takes note of what was read, and answers what of it is new. */
    synchronized List<LiveNotice> read(List<LiveNotice> notices, Horizon horizon) {
        List<LiveNotice> fresh = new ArrayList<>();
        for (LiveNotice notice : notices) {
            if (notice.seq() > newest) {
                for (long gap = newest + 1; gap < notice.seq(); gap++) {
                    missing.put(gap, horizon.nextNumber());
                }
                newest = notice.seq();
                fresh.add(notice);
            } else if (missing.remove(notice.seq()) != null) {
                fresh.add(notice);
            }
        }
        missing.values().removeIf(number -> number <= horizon.oldestOpen());
        return fresh;
    }
}
