package dev.pulso.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.filter.Filter;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds every exchange of the tests against the published contract. */
public final class Contract {
    static {
        JsonPaths.compileOnce();
    }

    /** Request and response must be as the contract says. */
    static final Filter BOTH = declared(new OpenApiValidationFilter(validator(ValidationReport.Level.ERROR)));
    /** For tests that send what the contract forbids: the answer must still be as it says. */
    public static final Filter RESPONSE =
            declared(new OpenApiValidationFilter(validator(ValidationReport.Level.IGNORE)));

    private Contract() {}

    /** A problem must be of a type that the operation names, its violations of codes that the registry has. */
    private static Filter declared(OpenApiValidationFilter shape) {
        return (request, specification, context) -> {
            Response answer = shape.filter(request, specification, context);
            if (answer.statusCode() >= 400) {
                DeclaredProblems.check(
                        request.getMethod(), URI.create(request.getURI()).getPath(), answer);
            }
            return answer;
        };
    }

    private static OpenApiInteractionValidator validator(ValidationReport.Level requests) {
        return OpenApiInteractionValidator.createForInlineApiSpecification(contract())
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request", requests)
                        // It takes a list with commas for broken JSON.
                        .withLevel("validation.request.parameter.schema.invalidJson", ValidationReport.Level.IGNORE)
                        // Tests log in with a header the filter does not know of as security.
                        .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
                        .build())
                .build();
    }

    private static String contract() {
        try {
            ObjectNode contract =
                    (ObjectNode) new ObjectMapper().readTree(Files.readString(Path.of("../openapi/dist/closed.json")));
            JsonNode schemas = contract.at("/components/schemas");
            schemas.forEach(schema -> inOne((ObjectNode) schema, schemas));
            return contract.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts the parts of an {@code allOf} into one schema. The validator refuses what a schema does not know; each part by itself
     * would refuse the others' fields.
     */
    private static void inOne(ObjectNode schema, JsonNode schemas) {
        ObjectNode properties = schema.objectNode();
        ArrayNode required = schema.arrayNode();
        for (JsonNode part : schema.path("allOf")) {
            JsonNode whole =
                    part.has("$ref") ? schemas.get(part.get("$ref").asText().replaceAll(".*/", "")) : part;
            properties.setAll((ObjectNode) whole.get("properties"));
            required.addAll((ArrayNode) whole.get("required"));
        }
        if (schema.remove("allOf") != null) {
            schema.put("type", "object").set("properties", properties);
            schema.set("required", required);
        }
    }
}
