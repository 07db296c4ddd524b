package dev.pulso.edge.web;

import dev.pulso.edge.security.SecurityLog;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.start.observability.LogContext;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What every request and answer gets before and after anybody looks at it: an id, a size limit, headers, the SPA. */
@ApplicationScoped
class HttpEdge {
    static final String REQUEST_ID = "pulso.request-id";
    /** The server itself reads longer ones (application.properties), so that they can be refused as a problem. */
    static final int ADDRESS_LIMIT = 4096;

    static final long JSON_LIMIT = 1024 * 1024;
    /** 50 MiB of file and a little for the form around it. */
    static final long UPLOAD_LIMIT = 50L * 1024 * 1024 + 64 * 1024;

    /** Whatever else is sent is a word of the client's own. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final String METRICS = "/q/metrics";
    private static final Logger LOG = Logger.getLogger(HttpEdge.class);
    private static final long DRAIN_LIMIT = 512L * 1024 * 1024;
    private static final Pattern ACCEPTABLE_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    /** Set on a request for the head alone, which is worked on as one for all of it. */
    static final String HEAD = "pulso.head";

    private static final Pattern FOLDER_OF_DOCS = Pattern.compile("/docs(/[\\w-]+)*");
    private static final List<String> SERVER_PATHS = List.of("/api", "/q", "/docs", "/openapi", "/assets");
    private static final String CONTENT_SECURITY_POLICY = policy("'self'");

    /** Data is no document: should a browser ever open it as one, it may load, run and embed nothing. */
    private static final String DATA_SECURITY_POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none';" + " frame-ancestors 'none'; sandbox";

    private final byte[] contract = read("openapi.json");
    private final byte[] contractCompressed = compressed(contract);
    private final String contractTag = EntityTag.of(null, contract);
    private final MetricsReaders metrics;
    private final Operations operations;
    private final CrossOrigin crossOrigin;
    private final Proxies proxies;
    private final boolean secureInstallation;

    HttpEdge(
            MetricsReaders metrics,
            Operations operations,
            CrossOrigin crossOrigin,
            Proxies proxies,
            @ConfigProperty(name = "pulso.url") String url) {
        this.proxies = proxies;
        this.secureInstallation = url.startsWith("https:");
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
        router.get("/openapi.json").handler(this::contract);
    }

    /** Half a megabyte of text: sent compressed, and not again to who has it. */
    private void contract(RoutingContext context) {
        HttpServerResponse response = context.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("ETag", contractTag)
                .putHeader("Vary", "Accept-Encoding");
        if (EntityTag.matches(context.request().headers().getAll("If-None-Match"), contractTag)) {
            response.setStatusCode(304).end();
            return;
        }
        String encodings = context.request().getHeader("Accept-Encoding");
        boolean compressed = encodings != null && encodings.contains("gzip");
        response.putHeader("Content-Encoding", compressed ? "gzip" : "identity")
                .end(Buffer.buffer(compressed ? contractCompressed : contract));
    }

    private static byte[] compressed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String policy(String styles) {
        return "default-src 'self'; script-src 'self'; style-src " + styles
                + "; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
                + " frame-src blob:; object-src blob:;"
                + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }

    static String requestId(RoutingContext context) {
        String id = context.get(REQUEST_ID);
        return id == null ? Ids.next().toString() : id;
    }

    /** Whether it has no body, and none is on its way. */
    private static boolean isEmpty(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        String type = request.getHeader("Content-Type");
        return (type == null || !type.startsWith("multipart/"))
                && request.getHeader("Transfer-Encoding") == null
                && (length == null || length.equals("0"));
    }

    private void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        Client.note(context, proxies);
        boolean readable = isAddress(request.uri());
        if (HttpMethod.PATCH.equals(request.method()) && isMergePatch(request.getHeader("Content-Type"))) {
            // What every PATCH is; the resources know it as JSON.
            request.headers().set("Content-Type", "application/json");
        }
        if (HttpMethod.POST.equals(request.method()) && isEmpty(request)) {
            // Some clients say what kind of nothing it is, others do not; a step that needs no more takes it.
            request.headers().set("Content-Type", "application/json");
        }
        if (context.get(REQUEST_ID) == null) {
            String given = request.getHeader("X-Request-Id");
            String id = given != null && ACCEPTABLE_ID.matcher(given).matches()
                    ? given
                    : Ids.next().toString();
            context.put(REQUEST_ID, id);
            LogContext.request(id);
            SecurityLog.asks(Client.of(context).address(), request.getHeader("User-Agent"), id);
        }
        // Also on the second way through, as the page of the app: rerouting forgets who wanted to add headers.
        String path = readable ? context.normalizedPath() : request.path();
        context.addHeadersEndHandler(ignored -> headers(context, path, requestId(context)));
        if (!METHODS.contains(request.method().name())) {
            answer(context, ProblemMapper.ofStatus(405));
        } else if (!readable) {
            answer(context, Problem.malformed("the address has characters that must be percent-encoded"));
        } else if (request.uri().length() > ADDRESS_LIMIT) {
            answer(context, Problem.of(ProblemType.URI_TOO_LONG, "it may have 4096 characters"));
        } else if (context.normalizedPath().startsWith("/api/") && crossOrigin.answered(context)) {
            // A browser asked whether it may ask.
            return;
        } else if (request.path().contains("//")) {
            // Taken for one, it would be a second address of the same thing, which rules by address do not know.
            answer(context, Problem.notFound());
        } else if (asksWhatIsAllowed(context)) {
            context.response()
                    .setStatusCode(204)
                    .putHeader("Allow", String.join(", ", operations.allowed(context.normalizedPath())))
                    .end();
        } else if (HttpMethod.OPTIONS.equals(request.method())
                && context.normalizedPath().startsWith("/api/")) {
            answer(context, Problem.notFound());
        } else if (isNotAllowed(context)) {
            // Else PATCH /users/invitations were a user of that id.
            answer(context, ProblemMapper.ofStatus(405));
        } else if (HttpMethod.HEAD.equals(request.method())
                && context.normalizedPath().startsWith("/api/")) {
            // As GET, of which the server then keeps the body: the same status, tag and length.
            context.put(HEAD, true);
            context.reroute(HttpMethod.GET, request.uri());
        } else if (tooLarge(request, context.normalizedPath())) {
            refuse(context);
        } else if (context.normalizedPath().startsWith(METRICS) && !metrics.mayRead(request)) {
            answer(context, Problem.notFound());
        } else if (FOLDER_OF_DOCS.matcher(context.normalizedPath()).matches()) {
            // Its files are named relative to the folder: /docs, and the pages of problem types.
            context.redirect(context.normalizedPath() + "/");
        } else if (isPageOfTheApp(context)) {
            context.reroute("/");
        } else {
            context.next();
        }
    }

    private static boolean isMergePatch(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/merge-patch+json");
    }

    private boolean isNotAllowed(RoutingContext context) {
        Set<String> allowed = operations.allowed(context.normalizedPath());
        return !allowed.isEmpty()
                && !allowed.contains(context.request().method().name());
    }

    private boolean asksWhatIsAllowed(RoutingContext context) {
        return HttpMethod.OPTIONS.equals(context.request().method())
                && !operations.allowed(context.normalizedPath()).isEmpty();
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

    private void headers(RoutingContext context, String path, String id) {
        HttpServerResponse response = context.response();
        response.putHeader("X-Request-Id", id);
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("X-Frame-Options", "DENY");
        response.putHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        response.putHeader("Content-Security-Policy", securityPolicy(path));
        // Browsers heed it only where they came by https.
        if (secureInstallation || Client.of(context).secure()) {
            response.putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (path.startsWith("/api/")) {
            CrossOrigin.headers(context, response);
            response.putHeader(ApiVersions.HEADER, ApiVersions.of(context));
            if (response.getStatusCode() == 405) {
                Set<String> allowed = operations.allowed(path);
                if (!allowed.isEmpty()) {
                    response.putHeader("Allow", String.join(", ", allowed));
                }
            }
            Places.operation(context).ifPresent(operation -> outdated(context, operation));
            cacheable(response);
        } else if (path.startsWith("/assets/") && response.getStatusCode() == 200) {
            // File names under /assets carry a hash of their content.
            response.putHeader("Cache-Control", "public, max-age=31536000, immutable");
        } else {
            response.putHeader("Cache-Control", "no-cache");
        }
    }

    /**
     * What has a tag may be kept by the one who asked, and is asked for again each time; everything else is kept by nobody. A
     * resource may know better: what is addressed by its content never changes.
     */
    private static void cacheable(HttpServerResponse response) {
        boolean kept = response.getStatusCode() < 400 && response.headers().contains("ETag");
        if (response.getStatusCode() >= 400 || !response.headers().contains("Cache-Control")) {
            response.putHeader("Cache-Control", kept ? "private, no-cache" : "no-store");
        }
        if (kept) {
            response.headers().add("Vary", "Accept-Encoding");
        }
    }

    /** Tells that an operation, or a parameter that was used, will go, and when (RFC 9745, RFC 8594). */
    private void outdated(RoutingContext context, String operation) {
        String used = operations.deprecated(operation) != null ? operation : outdatedParameter(context, operation);
        String since = used == null ? null : operations.deprecated(used);
        if (since != null) {
            HttpServerResponse response = context.response();
            response.putHeader("Deprecation", "@" + start(since).toEpochSecond());
            response.putHeader("Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(start(operations.sunset(used))));
            response.headers().add("Link", "</docs>; rel=\"deprecation\"");
        }
    }

    /** As the query is written: a name that is encoded without need passes for another. */
    private @Nullable String outdatedParameter(RoutingContext context, String operation) {
        String query = context.request().query();
        if (query == null) {
            return null;
        }
        return operations.deprecatedParameters(operation).stream()
                .filter(name -> ("&" + query).contains("&" + name + "="))
                .map(name -> operation + "." + name)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static ZonedDateTime start(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC);
    }

    private static String securityPolicy(String path) {
        return path.startsWith("/api/") ? DATA_SECURITY_POLICY : CONTENT_SECURITY_POLICY;
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
        response.putHeader("Content-Type", ProblemJson.MEDIA_TYPE)
                .end(ProblemJson.render(problem, requestId(context), context));
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
