package dev.pulso.edge.web;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of the web app as its build has compressed them (frontend/scripts/precompress.ts): a quarter smaller than what
 * is compressed for each visitor, and at no cost. All of them together are some hundred kilobytes, so they are kept.
 * Browsers take Brotli over TLS and from their own machine; over plain HTTP they get what Quarkus compresses.
 */
final class CompressedAssets implements Handler<RoutingContext> {
    /** A regular expression, so that nothing but a plain name reaches the class path. */
    static final String PATH = "/assets/[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*\\.(?:js|css|svg)";

    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "svg", "image/svg+xml");

    private final Map<String, Buffer> known = new ConcurrentHashMap<>();

    @Override
    public void handle(RoutingContext context) {
        if (!acceptsBrotli(context.request().getHeader("Accept-Encoding"))) {
            context.next();
            return;
        }
        String path = context.normalizedPath();
        String file = path + ".br";
        Buffer content = known.get(file);
        if (content != null) {
            send(context, path, content);
            return;
        }
        context.vertx().executeBlocking(() -> read(file), false).onComplete(read -> {
            if (read.failed()) {
                context.fail(read.cause());
            } else if (read.result() == null) {
                context.next();
            } else {
                known.put(file, read.result());
                send(context, path, read.result());
            }
        });
    }

    private static void send(RoutingContext context, String path, Buffer content) {
        context.response()
                .putHeader("Content-Type", TYPES.get(path.substring(path.lastIndexOf('.') + 1)))
                .putHeader("Content-Encoding", "br")
                .putHeader("Vary", "Accept-Encoding")
                .end(content);
    }

    /** Whether a header such as {@code gzip, br;q=0.8} names Brotli, and not with {@code q=0}. */
    private static boolean acceptsBrotli(@Nullable String header) {
        if (header == null) {
            return false;
        }
        for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] words = part.split(";", 2);
            if (words[0].strip().equals("br")) {
                return words.length == 1 || !words[1].replace(" ", "").matches("q=0(?:\\.0*)?");
            }
        }
        return false;
    }

    private static @Nullable Buffer read(String file) throws IOException {
        try (InputStream stream =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources" + file)) {
            return stream == null ? null : Buffer.buffer(stream.readAllBytes());
        }
    }
}
