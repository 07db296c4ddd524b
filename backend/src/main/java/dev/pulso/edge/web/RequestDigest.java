package dev.pulso.edge.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.ClientProxy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, whatever way it was written: address, query and body, with the fields of an object in any order
 * and numbers in any notation. Two requests with the same digest ask for the same.
 */
@Singleton
class RequestDigest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Vertx vertx;
    private final PatchBody body;

    RequestDigest(Vertx vertx, PatchBody body) {
        this.vertx = vertx;
        this.body = body;
    }

    /** @param parts what the operation was called with: of a form, its parts */
    Uni<String> of(RoutingContext request, Object[] parts) {
        String query = request.queryParams().entries().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .sorted()
                .collect(Collectors.joining("&"));
        String asked = request.normalizedPath() + "?" + query + "\n"
                + canonical(ClientProxy.unwrap(body).bytes());
        if (Arrays.stream(parts).noneMatch(FileUpload.class::isInstance)) {
            return Uni.createFrom().item(sha256(asked.getBytes(StandardCharsets.UTF_8)));
        }
        return Uni.createFrom()
                .emitter(emitter -> vertx.executeBlocking(() -> withFiles(asked, parts), false)
                        .onComplete(emitter::complete, emitter::fail));
    }

    private static String withFiles(String asked, Object[] parts) {
        String files = Arrays.stream(parts)
                .map(part -> part instanceof FileUpload file
                        ? file.fileName() + " " + sha256(file.uploadedFile())
                        : String.valueOf(part))
                .collect(Collectors.joining("\n"));
        return sha256((asked + "\n" + files).getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON text with its objects' fields in order; what is no JSON as it is. */
    static String canonical(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return "";
        }
        try {
            return JSON.writeValueAsString(ordered(JSON.readTree(body)));
        } catch (IOException e) {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private static Object ordered(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), ordered(field.getValue())));
            return fields;
        }
        if (node.isArray()) {
            return node.valueStream().map(RequestDigest::ordered).toList();
        }
        return node.isNumber() ? node.decimalValue().stripTrailingZeros().toString() : node;
    }

    private static String sha256(Path file) {
        MessageDigest digest = sha256();
        try (InputStream content = Files.newInputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
