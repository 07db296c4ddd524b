package dev.pulso.edge.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end, as far as it can be known: behind a proxy that is trusted what that says, else what the connection
 * shows.
 *
 * @param address of the client; null when the connection is gone
 * @param secure whether the client came by https
 */
public record Client(@Nullable String address, boolean secure) {
    private static final String KEY = "pulso.client";

    /** Once per request, before anybody asks. */
    static void note(RoutingContext context, Proxies proxies) {
        if (context.get(KEY) == null) {
            context.put(KEY, proxies.client(context.request()));
        }
    }

    public static Client of(RoutingContext context) {
        Client noted = context.get(KEY);
        return noted == null ? direct(context.request()) : noted;
    }

    static Client direct(HttpServerRequest request) {
        return new Client(
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress(), request.isSSL());
    }
}
