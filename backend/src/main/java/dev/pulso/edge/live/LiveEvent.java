package dev.pulso.edge.live;

import org.jspecify.annotations.Nullable;

/**
 * What goes down a stream.
 *
 * @param id everything up to this place of the log has been sent, this event included; null: nothing is said about that
 * @param data JSON
 */
record LiveEvent(String type, @Nullable Long id, String data) {

    static LiveEvent plain(String type) {
        return new LiveEvent(type, null, "{}");
    }

    static LiveEvent ping(long seen) {
        return new LiveEvent("ping", seen, "{}");
    }
}
