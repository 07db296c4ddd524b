package dev.pulso.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Collects what one worker sees. Not safe for threads. */
final class Latencies {
    private int[] micros = new int[1 << 14];
    private int count;
    private final Map<String, Integer> failures = new TreeMap<>();

    void took(long nanos) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, count * 2);
        }
        micros[count++] = (int) (nanos / 1000);
    }

    void failed(String what) {
        failures.merge(what, 1, Integer::sum);
    }

    int[] micros() {
        return Arrays.copyOf(micros, count);
    }

    Map<String, Integer> failures() {
        return failures;
    }
}
