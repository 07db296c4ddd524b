package dev.pulso.edge.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the contract says about each operation; made by its bundler, keyed by operationId (= resource method). */
@Singleton
public class Operations {
    /** Anybody may call it. */
    public static final String PUBLIC = "public";
    /** Anybody with a valid token may. */
    public static final String AUTHENTICATED = "authenticated";

    private final Properties properties = new Properties();
    private final List<Pattern> uploads;

    Operations() {
        try (InputStream stream =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("operations.properties")) {
            if (stream == null) {
                throw new IllegalStateException("operations.properties is missing: bundle the contract first");
            }
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        uploads = properties.stringPropertyNames().stream()
                .filter(name -> name.endsWith(".upload"))
                .map(name -> Pattern.compile(properties.getProperty(name).replaceAll("\\{[^}]+}", "[^/]+")))
                .toList();
    }

    /** A permission, {@link #PUBLIC} or {@link #AUTHENTICATED}; null when the contract knows no such operation. */
    public @Nullable String permission(String operation) {
        return operation.contains(".") ? null : properties.getProperty(operation);
    }

    /** The status of success. */
    int status(String operation) {
        return Integer.parseInt(properties.getProperty(operation + ".status", "200"));
    }

    boolean answersWithETag(String operation) {
        return properties.getProperty(operation + ".headers", "").contains("ETag");
    }

    /** Whether its answer has no end. */
    boolean streams(String operation) {
        return properties.containsKey(operation + ".streams");
    }

    /** Whether files may be sent to this address; everywhere else a body is as small as JSON is. */
    boolean takesFiles(String path) {
        return uploads.stream().anyMatch(template -> template.matcher(path).matches());
    }

    public Set<String> names() {
        return properties.stringPropertyNames().stream()
                .filter(name -> !name.contains("."))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
