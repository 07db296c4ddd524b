package dev.pulso.edge.web;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.tenancy.Caller;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Calls from pages of other sites (CORS). Each company lists its sites; a preflight, which carries no token, is answered
 * when some company (of the sub-domain, if it came by one) knows the origin, the call itself only when the caller's own
 * does. Never for any origin, and never with cookies: the session of a browser belongs to this site.
 */
@Singleton
class CrossOrigin {
    /** The origin of another site, while nothing speaks against it. */
    private static final String ADMITTED = "pulso.cors.origin";

    private static final String FOREIGN = "pulso.cors.foreign";
    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
    private static final String HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Accept-Language, X-API-Key, X-Request-Id, X-Tenant-ID, Pulso-Version";
    private static final String READABLE =
            "ETag, Location, Retry-After, Content-Disposition, X-Request-Id, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Idempotent-Replayed, Pulso-Version, Deprecation, Sunset, Link";
    private static final String SECONDS_TO_KEEP = "600";

    private final OriginGate gate;
    private final String ours;

    CrossOrigin(OriginGate gate, @ConfigProperty(name = "pulso.url") String url) {
        this.gate = gate;
        this.ours = origin(URI.create(url));
    }

    /** Looks at a request to the API before anybody else. True: it was a preflight, and has been answered. */
    boolean answered(RoutingContext context) {
        HttpServerRequest request = context.request();
        String origin = request.getHeader("Origin");
        if (origin == null || isOurs(request, origin)) {
            return false;
        }
        context.put(FOREIGN, origin);
        HostAndPort host = request.authority();
        boolean known = gate.known(origin, host == null ? "" : host.host());
        if (known) {
            context.put(ADMITTED, origin);
        }
        if (!HttpMethod.OPTIONS.equals(request.method())
                || request.getHeader("Access-Control-Request-Method") == null) {
            return false;
        }
        if (known) {
            context.response()
                    .setStatusCode(204)
                    .putHeader("Access-Control-Allow-Methods", METHODS)
                    .putHeader("Access-Control-Allow-Headers", HEADERS)
                    .putHeader("Access-Control-Max-Age", SECONDS_TO_KEEP)
                    .end();
        } else {
            HttpEdge.answer(context, refused());
        }
        return true;
    }

    /** The caller is known now: its own company decides. */
    void require(RoutingContext context, @Nullable Caller caller) {
        String origin = context.get(FOREIGN);
        if (origin != null && caller != null && !gate.allowed(caller.tenantId(), origin)) {
            context.remove(ADMITTED);
            throw refused();
        }
    }

    /** Lets the page read the answer, if it may. */
    static void headers(RoutingContext context, HttpServerResponse response) {
        response.headers().add("Vary", "Origin");
        String origin = context.get(ADMITTED);
        if (origin != null) {
            response.putHeader("Access-Control-Allow-Origin", origin);
            response.putHeader("Access-Control-Expose-Headers", READABLE);
        }
    }

    /** A proxy in front may end TLS and change the scheme that is seen here, but not the host. */
    private boolean isOurs(HttpServerRequest request, String origin) {
        return origin.equals(ours)
                || origin.equals("https://" + request.authority())
                || origin.equals("http://" + request.authority());
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private static Problem refused() {
        return Problem.of(
                ProblemType.ORIGIN_NOT_ALLOWED, "the company has to list the origin among its allowed_origins");
    }
}
