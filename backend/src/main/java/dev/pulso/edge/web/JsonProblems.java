package dev.pulso.edge.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.pulso.kernel.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What is wrong with a JSON body, in the words of the API. */
final class JsonProblems {
    private JsonProblems() {}

    static Problem of(JsonProcessingException json) {
        return switch (json) {
            case UnrecognizedPropertyException unknown ->
                Problem.invalid(path(unknown), "is not a field of this request", "unknown_field");
            case InvalidFormatException wrong
            when wrong.getTargetType() != null && wrong.getTargetType().isEnum() ->
                Problem.invalid(path(wrong), "must be one of " + constants(wrong.getTargetType()), "enum");
            case InvalidNullException nothing -> Problem.invalid(path(nothing), "must not be null", "required");
            case MismatchedInputException mismatch -> Problem.invalid(path(mismatch), expected(mismatch), "type");
            case JsonMappingException mapping
            when mapping.getCause() instanceof InputCoercionException ->
                Problem.invalid(path(mapping), "is out of range", "range");
            // A value object of the contract refused its text (an enum's fromValue, a date, ...).
            case ValueInstantiationException wrong
            when wrong.getType() != null && wrong.getType().isEnumType() ->
                Problem.invalid(
                        path(wrong),
                        "must be one of " + constants(wrong.getType().getRawClass()),
                        "enum");
            case JsonMappingException mapping
            when !mapping.getPath().isEmpty() && !isSyntax(mapping) ->
                Problem.invalid(path(mapping), "is not acceptable", "format");
            default -> Problem.malformed("the body is not valid JSON" + where(json.getLocation()));
        };
    }

    private static boolean isSyntax(JsonMappingException mapping) {
        return mapping.getCause() instanceof com.fasterxml.jackson.core.JsonParseException;
    }

    private static String path(JsonMappingException json) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : json.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String expected(MismatchedInputException mismatch) {
        Class<?> type = mismatch.getTargetType();
        if (type == null) {
            return "has the wrong type";
        }
        if (type.isEnum()) {
            return "must be one of " + constants(type);
        }
        String name = switch (type.getSimpleName()) {
            case "Integer", "int", "Long", "long", "Short", "BigInteger" -> "a whole number in range";
            case "BigDecimal", "Double", "double", "Float" -> "a number";
            case "Boolean", "boolean" -> "true or false";
            case "String" -> "a string";
            case "UUID" -> "a UUID";
            case "LocalDate" -> "a date such as 2026-01-31";
            case "Instant", "OffsetDateTime" -> "an instant such as 2026-01-31T12:00:00Z";
            case "List", "ArrayList", "Set", "LinkedHashSet" -> "an array";
            default -> "an object";
        };
        return "must be " + name;
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String where(JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
