package dev.pulso.store.loop;

import java.util.List;

/**
 * A step of the loop.
 *
 * @param count of all its records
 * @param records the newest of them
 */
public record LoopStep(String kind, long count, List<LoopRecord> records) {}
