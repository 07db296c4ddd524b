package dev.pulso.people.internal.session;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** What is known of the device that opens or renews a session: so that its owner recognises it in the list. */
public record Device(@Nullable String userAgent, @Nullable String address) {
    private static final int LONGEST = 300;

    public Device {
        userAgent = userAgent == null ? null : userAgent.substring(0, Math.min(LONGEST, userAgent.length()));
    }

    /** The address is the peer's; behind a proxy the server's proxy settings decide whether a forwarded one counts. */
    public static Device of(HttpServerRequest request) {
        return new Device(
                request.getHeader("User-Agent"),
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress());
    }
}
