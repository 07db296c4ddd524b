package dev.pulso.edge.web;

import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.start.observability.LogContext;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** What every request and answer gets before and after anybody looks at it: an id, a size limit, headers, the SPA. */
@ApplicationScoped
class HttpEdge {
    static final String REQUEST_ID = "pulso.request-id";
    /** The server itself reads longer ones (application.properties), so that they can be refused as a problem. */
    static final int ADDRESS_LIMIT = 4096;

    static final long JSON_LIMIT = 1024 * 1024;
    /** 50 MiB of file and a little for the form around it. */
    static final long UPLOAD_LIMIT = 50L * 1024 * 1024 + 64 * 1024;

    private static final String METRICS = "/q/metrics";
    private static final Logger LOG = Logger.getLogger(HttpEdge.class);
    private static final long DRAIN_LIMIT = 512L * 1024 * 1024;
    private static final Pattern ACCEPTABLE_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final List<String> SERVER_PATHS = List.of("/api", "/q", "/docs", "/openapi", "/assets");
    private static final String CONTENT_SECURITY_POLICY = policy("'self'");
    /** Swagger UI draws with style attributes in its markup; nothing of a tenant is shown there. */
    private static final String DOCS_SECURITY_POLICY = policy("'self' 'unsafe-inline'");

    /** Data is no document: should a browser ever open it as one, it may load, run and embed nothing. */
    private static final String DATA_SECURITY_POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none';" + " frame-ancestors 'none'; sandbox";

    private final byte[] contract = read("openapi.json");
    private final MetricsReaders metrics;
    private final Operations operations;
    private final CrossOrigin crossOrigin;

    HttpEdge(MetricsReaders metrics, Operations operations, CrossOrigin crossOrigin) {
        this.operations = operations;
        this.crossOrigin = crossOrigin;
        this.metrics = metrics;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::receive, 1000);
    }

    void routes(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(HttpEdge::fail);
        // For load balancers that only ask whether somebody listens; also what `make bench` calls hello.
        router.get("/q/ping")
                .handler(context -> context.response()
                        .putHeader("Content-Type", "application/json")
                        .end("{\"pong\":true}"));
        router.getWithRegex(CompressedAssets.PATH).handler(new CompressedAssets());
        router.get("/openapi.json")
                .handler(context -> context.response()
                        .putHeader("Content-Type", "application/json")
                        .end(io.vertx.core.buffer.Buffer.buffer(contract)));
    }

    private static String policy(String styles) {
        return "default-src 'self'; script-src 'self'; style-src " + styles
                + "; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none';"
                + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }

    static String requestId(RoutingContext context) {
        String id = context.get(REQUEST_ID);
        return id == null ? Ids.next().toString() : id;
    }

    private void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean readable = isAddress(request.uri());
        if (context.get(REQUEST_ID) == null) {
            String given = request.getHeader("X-Request-Id");
            String id = given != null && ACCEPTABLE_ID.matcher(given).matches()
                    ? given
                    : Ids.next().toString();
            context.put(REQUEST_ID, id);
            LogContext.request(id);
            String path = readable ? context.normalizedPath() : request.path();
            context.addHeadersEndHandler(ignored -> headers(context, path, id));
        }
        if (!readable) {
            answer(context, Problem.malformed("the address has characters that must be percent-encoded"));
        } else if (request.uri().length() > ADDRESS_LIMIT) {
            answer(context, Problem.of(414, "uri-too-long", "The address is too long", "it may have 4096 characters"));
        } else if (context.normalizedPath().startsWith("/api/") && crossOrigin.answered(context)) {
            // A browser asked whether it may ask.
            return;
        } else if (tooLarge(request, context.normalizedPath())) {
            refuse(context);
        } else if (context.normalizedPath().startsWith(METRICS) && !metrics.mayRead(request)) {
            answer(context, Problem.notFound());
        } else if ("/docs".equals(context.normalizedPath())) {
            // Its files are named relative to the folder.
            context.redirect("/docs/");
        } else if (isPageOfTheApp(context)) {
            context.reroute("/");
        } else {
            context.next();
        }
    }

    /** Quarkus would answer a bare 400 for what is none: {@code Pulso.main} takes that check away from it. */
    private static boolean isAddress(String uri) {
        try {
            new URI(uri);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private boolean tooLarge(HttpServerRequest request, String path) {
        String length = request.getHeader("Content-Length");
        if (length == null || length.length() < 7) {
            return false;
        }
        String type = request.getHeader("Content-Type");
        boolean upload =
                type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/") && operations.takesFiles(path);
        return length.length() > 15 || Long.parseLong(length) > (upload ? UPLOAD_LIMIT : JSON_LIMIT);
    }

    /**
     * Answers at once, but goes on reading and throwing away: closing on a client that is still sending would reset the
     * connection and with it the answer.
     */
    private static void refuse(RoutingContext context) {
        HttpServerRequest request = context.request();
        String length = request.getHeader("Content-Length");
        boolean drain = length.length() <= 15 && Long.parseLong(length) <= DRAIN_LIMIT;
        if (!drain) {
            context.response().putHeader("Connection", "close");
        }
        answer(context, Problem.tooLarge("a file may have 50 MiB, any other body 1 MiB"));
        if (drain) {
            request.handler(ignored -> {});
            request.resume();
        }
    }

    /** The SPA has its own routes: a browser that opens one of them gets the page, which then shows it. */
    private static boolean isPageOfTheApp(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = context.normalizedPath();
        String accept = request.getHeader("Accept");
        return HttpMethod.GET.equals(request.method())
                && !"/".equals(path)
                && accept != null
                && accept.contains("text/html")
                && path.indexOf('.', path.lastIndexOf('/')) < 0
                && SERVER_PATHS.stream().noneMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    private static void headers(RoutingContext context, String path, String id) {
        HttpServerResponse response = context.response();
        response.putHeader("X-Request-Id", id);
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("X-Frame-Options", "DENY");
        response.putHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        response.putHeader("Content-Security-Policy", securityPolicy(path));
        if (context.request().isSSL() || "https".equals(context.request().getHeader("X-Forwarded-Proto"))) {
            response.putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (path.startsWith("/api/")) {
            CrossOrigin.headers(context, response);
            // A resource may know better: what is addressed by its content never changes.
            if (response.getStatusCode() >= 400 || !response.headers().contains("Cache-Control")) {
                response.putHeader("Cache-Control", "no-store");
            }
        } else if (path.startsWith("/assets/") && response.getStatusCode() == 200) {
            // File names under /assets carry a hash of their content.
            response.putHeader("Cache-Control", "public, max-age=31536000, immutable");
        } else {
            response.putHeader("Cache-Control", "no-cache");
        }
    }

    private static String securityPolicy(String path) {
        if (path.startsWith("/api/")) {
            return DATA_SECURITY_POLICY;
        }
        return path.startsWith("/docs/") ? DOCS_SECURITY_POLICY : CONTENT_SECURITY_POLICY;
    }

    /** Failures below the resources: undecodable paths, handlers of other routes. */
    private static void fail(RoutingContext context) {
        int status = context.statusCode();
        if (context.response().headWritten()) {
            context.response().reset();
            return;
        }
        if (status < 400 || status >= 500) {
            LOG.errorf(
                    context.failure(),
                    "%s %s failed below the resources",
                    requestId(context),
                    context.request().path());
            answer(context, Problem.unexpected());
        } else if (status == 413) {
            answer(context, Problem.tooLarge("a file may have 50 MiB, any other body 1 MiB"));
        } else {
            answer(context, ProblemMapper.ofStatus(status));
        }
    }

    static void answer(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response().setStatusCode(problem.status());
        problem.headers().forEach(response::putHeader);
        response.putHeader("Content-Type", ProblemJson.MEDIA_TYPE).end(ProblemJson.render(problem, requestId(context)));
    }

    private static byte[] read(String resource) {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is not on the class path: bundle the contract first");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
