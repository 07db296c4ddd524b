package dev.pulso.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one measurement saw.
 *
 * @param micros how long each good answer took, in microseconds
 * @param failures how many answers were no success, by status or message
 * @param cpuSeconds of each process during the measurement
 */
record Sample(double seconds, int[] micros, Map<String, Integer> failures, Map<String, Double> cpuSeconds) {
    double perSecond() {
        return micros.length / seconds;
    }

    /** Milliseconds that this part of the answers did not exceed. */
    double percentile(double part) {
        if (micros.length == 0) {
            return Double.NaN;
        }
        int[] sorted = micros.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))] / 1000.0;
    }

    Sample plus(Sample other) {
        int[] all = Arrays.copyOf(micros, micros.length + other.micros.length);
        System.arraycopy(other.micros, 0, all, micros.length, other.micros.length);
        Map<String, Integer> failed = new TreeMap<>(failures);
        other.failures.forEach((what, count) -> failed.merge(what, count, Integer::sum));
        Map<String, Double> cpu = new TreeMap<>(cpuSeconds);
        other.cpuSeconds.forEach((process, spent) -> cpu.merge(process, spent, Double::sum));
        return new Sample(seconds + other.seconds, all, failed, cpu);
    }
}
