package dev.pulso.edge.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who may read the metrics: a scraper that knows the token, or one on this machine that came through no proxy. */
@ApplicationScoped
class MetricsReaders {
    private final Optional<String> token;

    MetricsReaders(@ConfigProperty(name = "pulso.metrics.token") Optional<String> token) {
        this.token = token;
    }

    boolean mayRead(HttpServerRequest request) {
        String given = request.getHeader("Authorization");
        if (token.isPresent()) {
            return given != null && MessageDigest.isEqual(bytes("Bearer " + token.get()), bytes(given));
        }
        String host = request.remoteAddress().hostAddress();
        return ("127.0.0.1".equals(host) || "0:0:0:0:0:0:0:1".equals(host) || "::1".equals(host))
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
