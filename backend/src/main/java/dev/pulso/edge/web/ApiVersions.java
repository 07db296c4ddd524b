package dev.pulso.edge.web;

import dev.pulso.kernel.Problem;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions of the API: days on which something changed that a client may depend on ({@code docs/api/compatibility.md}).
 * A request names one, else its key has one, else it gets the oldest; each answer tells which.
 */
public final class ApiVersions {
    static final String HEADER = "Pulso-Version";
    /** Oldest first. What a version changes is decided where it changes, by {@link #atLeast}. */
    private static final List<String> ALL = List.of("2026-11-30");

    private static final String CHOSEN = "pulso.version";

    private ApiVersions() {}

    /** What a key that is made now is pinned to. */
    public static String newest() {
        return ALL.getLast();
    }

    /** What somebody gets who names none. @param pinned that of its key; null without one */
    public static String unasked(@Nullable String pinned) {
        return pinned == null ? oldest() : pinned;
    }

    static String oldest() {
        return ALL.getFirst();
    }

    /**
     * Chooses the version of a request.
     *
     * @param pinned that of its key; null without one
     * @throws Problem 400 when the request names one that does not exist
     */
    static void choose(RoutingContext request, @Nullable String pinned) {
        String asked = request.request().getHeader(HEADER);
        if (asked != null && !ALL.contains(asked)) {
            throw Problem.invalid(HEADER, "must be one of " + String.join(", ", ALL), "enum");
        }
        request.put(CHOSEN, asked != null ? asked : unasked(pinned));
    }

    static String of(RoutingContext request) {
        String chosen = request.get(CHOSEN);
        return chosen == null ? oldest() : chosen;
    }

    /** Whether the request is served as this version or a later one. Versions are days, so their text is in order. */
    static boolean atLeast(RoutingContext request, String version) {
        return of(request).compareTo(version) >= 0;
    }
}
