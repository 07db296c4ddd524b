package dev.pulso.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/** Chance that falls the same way every time: the numbers follow from the topic alone, on every machine and JDK. */
public final class Chance {
    // java.util.Random, because its algorithm is part of its contract.
    private final Random random;

    Chance(String topic) {
        random = new Random(mixed(topic.hashCode()));
    }

    /** A number from low to high, both included. */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** True in that many of a hundred cases. */
    public boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of the choices, each as often as its weight says. */
    public <T> T weighted(List<T> choices, ToIntFunction<T> weight) {
        int left = random.nextInt(choices.stream().mapToInt(weight).sum());
        for (T choice : choices) {
            left -= weight.applyAsInt(choice);
            if (left < 0) {
                return choice;
            }
        }
        throw new IllegalArgumentException("weights must be positive");
    }

    public <T> List<T> shuffled(List<T> items) {
        List<T> shuffled = new ArrayList<>(items);
        java.util.Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** For what takes a generator. */
    public RandomGenerator generator() {
        return random;
    }

    /** Spreads neighbouring seeds (SplitMix64's finalizer). */
    static long mixed(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
