package dev.pulso.people.internal.session;

import dev.pulso.edge.web.Client;
import dev.pulso.kernel.Texts;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** What is known of the device that opens or renews a session: so that its owner recognises it in the list. */
public record Device(@Nullable String userAgent, @Nullable String address) {
    private static final int LONGEST = 300;

    public Device {
        userAgent = userAgent == null ? null : Texts.shortened(userAgent, LONGEST);
    }

    public static Device of(RoutingContext http) {
        return new Device(
                http.request().getHeader("User-Agent"), Client.of(http).address());
    }
}
