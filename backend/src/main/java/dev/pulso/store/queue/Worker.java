package dev.pulso.store.queue;

import java.time.Duration;

/** Who does one kind of work. Either a {@link Reaction} or a {@link Delivery}. */
public sealed interface Worker permits Reaction, Delivery {

    /** Stable name, under which its work waits. */
    String queue();

    /** How many it does at once on a node. */
    default int atOnce() {
        return 4;
    }

    /** How many of them for one tenant, on all nodes. */
    default int atOncePerTenant() {
        return 2;
    }

    /** After so many orderly failures it is left to a person. */
    default int attempts() {
        return 12;
    }

    /** As is what killed its process so many times. */
    default int crashes() {
        return 3;
    }

    /** How long to wait after the so manieth failure; a random part of it is added. */
    default Duration pause(int failures) {
        return Duration.ofSeconds(Math.min(1L << Math.min(failures, 20), 900));
    }
}
