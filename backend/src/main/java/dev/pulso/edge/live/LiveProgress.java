package dev.pulso.edge.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * How far a node has read the log. Numbers are given out before a transaction commits, so a lower one may turn up after
 * a higher one: gaps are remembered until they are filled, or so old that their transaction must have failed.
 */
final class LiveProgress {
    /** Longer than any statement of the application runs. */
    private static final Duration HOPE = Duration.ofSeconds(60);

    /** More gaps than this are no accident of timing; the oldest are given up. */
    private static final int GAPS = 5_000;

    private final TreeMap<Long, Instant> missing = new TreeMap<>();
    private long newest;

    /** @param latest the end of the log: what lies before is of no interest, what is missing in it may still come */
    LiveProgress(List<LiveNotice> latest, Instant now) {
        newest = latest.isEmpty() ? 0 : latest.getFirst().seq();
        read(latest, now);
    }

    long newest() {
        return newest;
    }

    List<Long> missing() {
        return List.copyOf(missing.keySet());
    }

    /** Everything up to here has been read, or will never come. */
    long settled() {
        return missing.isEmpty() ? newest : missing.firstKey() - 1;
    }

    /** Takes note of what was read, and answers what of it is new. */
    List<LiveNotice> read(List<LiveNotice> notices, Instant now) {
        List<LiveNotice> fresh = new ArrayList<>();
        for (LiveNotice notice : notices) {
            if (notice.seq() > newest) {
                for (long gap = Math.max(newest + 1, notice.seq() - GAPS); gap < notice.seq(); gap++) {
                    missing.put(gap, now);
                }
                newest = notice.seq();
                fresh.add(notice);
            } else if (missing.remove(notice.seq()) != null) {
                fresh.add(notice);
            }
        }
        Instant hopeless = now.minus(HOPE);
        while (!missing.isEmpty()
                && (missing.size() > GAPS || missing.firstEntry().getValue().isBefore(hopeless))) {
            missing.pollFirstEntry();
        }
        return fresh;
    }
}
