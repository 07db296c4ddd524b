package dev.pulso.edge.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.kernel.Violation;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at a JSON body before it becomes an object: its size, the fields it names, lists with nothing in them. */
@Provider
class BodyReader implements ReaderInterceptor {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_TOLD = 20;
    /** Each fault that is told costs another reading. */
    private static final int LARGEST_READ_AGAIN = 64 * 1024;

    private final PatchBody body;
    private final ObjectMapper json;

    BodyReader(PatchBody body, ObjectMapper json) {
        this.body = body;
        this.json = json;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            return context.proceed();
        }
        requireUtf8(context.getMediaType());
        byte[] bytes = context.getInputStream().readNBytes((int) HttpEdge.JSON_LIMIT + 1);
        if (bytes.length > HttpEdge.JSON_LIMIT) {
            // Sent in chunks, so nobody knew before.
            throw Problem.tooLarge("a body may have 1 MiB");
        }
        requireUtf8(bytes);
        // Most requests have no key, and nobody compares them with another.
        body.record(topLevelFields(bytes), context.getHeaders().containsKey(Idempotency.KEY) ? bytes : null);
        context.setInputStream(new ByteArrayInputStream(bytes));
        try {
            return context.proceed();
        } catch (JsonMappingException wrong) {
            throw allOf(wrong, bytes, context.getGenericType());
        } catch (WebApplicationException refused) {
            if (refused.getCause() instanceof JsonMappingException wrong) {
                throw allOf(wrong, bytes, context.getGenericType());
            }
            throw refused;
        }
    }

    /** A reader stops at the first fault. What it has found is taken out, and the rest is read again: all are told at once. */
    private Problem allOf(JsonMappingException first, byte[] bytes, Type type) {
        if (bytes.length > LARGEST_READ_AGAIN) {
            return JsonProblems.of(first);
        }
        List<Violation> violations = new ArrayList<>();
        try {
            JsonNode rest = json.readTree(bytes);
            JsonMappingException wrong = first;
            while (wrong != null) {
                List<Violation> found = JsonProblems.of(wrong).violations();
                violations.addAll(found);
                wrong = !found.isEmpty() && violations.size() < MOST_TOLD && takenOut(rest, wrong.getPath())
                        ? fault(rest, type)
                        : null;
            }
        } catch (IOException noJsonFromSomewhereOn) {
            violations.clear();
        }
        return violations.isEmpty() ? JsonProblems.of(first) : Problem.invalid(violations);
    }

    private @Nullable JsonMappingException fault(JsonNode rest, Type type) throws IOException {
        try {
            json.readerFor(json.constructType(type)).readValue(json.treeAsTokens(rest));
            return null;
        } catch (JsonMappingException wrong) {
            return wrong;
        }
    }

    /** Only a field of an object: without an element of a list the others would have other places. */
    private static boolean takenOut(JsonNode rest, List<JsonMappingException.Reference> path) {
        JsonNode place = rest;
        for (int i = 0; i < path.size() - 1; i++) {
            String name = path.get(i).getFieldName();
            place = name == null ? place.path(path.get(i).getIndex()) : place.path(name);
        }
        String last = path.isEmpty() ? null : path.getLast().getFieldName();
        return last != null && place instanceof ObjectNode fields && fields.remove(last) != null;
    }

    /** JSON between systems is UTF-8 (RFC 8259, 8.1): read as something else, names would come out wrong without a word. */
    private static void requireUtf8(MediaType type) {
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8") && !charset.equalsIgnoreCase("us-ascii")) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "JSON is sent in UTF-8");
        }
    }

    /** The parser would guess UTF-16 and UTF-32 by itself, which are full of zeros, and take some of what is no UTF-8. */
    private static void requireUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw Problem.malformed("the body is not written in UTF-8");
        }
        for (byte each : bytes) {
            if (each == 0) {
                throw Problem.malformed("the body is not written in UTF-8");
            }
        }
    }

    /**
     * The fields of the outermost object. A null inside a list, which the contract has nowhere, and a character
     * that PostgreSQL cannot store are refused with their places.
     */
    private static Set<String> topLevelFields(byte[] bytes) throws IOException {
        Set<String> fields = new HashSet<>();
        boolean mayHaveNul = new String(bytes, StandardCharsets.ISO_8859_1).contains("\\u0000");
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return fields;
            }
            JsonStreamContext outermost = parser.getParsingContext();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                JsonStreamContext place = parser.getParsingContext();
                if (token == JsonToken.FIELD_NAME && place == outermost) {
                    fields.add(parser.currentName());
                } else if (token == JsonToken.VALUE_NULL && place.inArray()) {
                    throw Problem.invalid(path(place), "must not be null", "required");
                } else if (mayHaveNul
                        && token == JsonToken.VALUE_STRING
                        && parser.getText().indexOf('\0') >= 0) {
                    throw Problem.invalid(path(place), "must not contain the character U+0000", "format");
                }
            }
        } catch (JsonProcessingException e) {
            // The binding that follows meets the same error and tells it with its place.
            return Set.of();
        }
        return fields;
    }

    /** As violations name it: {@code items[0].unit_cents}. */
    private static String path(JsonStreamContext place) {
        JsonStreamContext outer = place.getParent();
        if (outer.inRoot()) {
            return place.getCurrentName();
        }
        if (place.inArray()) {
            return path(outer) + '[' + place.getCurrentIndex() + ']';
        }
        return path(outer) + '.' + place.getCurrentName();
    }
}
