package dev.pulso.edge.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who may read the metrics: a scraper that knows the token. Without a token nobody: that somebody comes from this machine says
 * nothing where a proxy runs on it.
 */
@ApplicationScoped
class MetricsReaders {
    private final Optional<String> token;

    MetricsReaders(@ConfigProperty(name = "pulso.metrics.token") Optional<String> token) {
        this.token = token.filter(text -> !text.isBlank());
    }

    boolean mayRead(HttpServerRequest request) {
        String given = request.getHeader("Authorization");
        return given != null
                && token.isPresent()
                && MessageDigest.isEqual(bytes("Bearer " + token.get()), bytes(given));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
