package dev.pulso.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The contract as it is published, read once: it is a few megabytes. */
public final class PublishedContract {
    public static final JsonNode ROOT = read();

    private PublishedContract() {}

    /** A schema, or the one that it refers to. */
    public static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? ROOT.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("../openapi/dist/openapi.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
