package dev.pulso.edge.web;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Violation;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells a wrong query parameter (400 with its name) from an address that names nothing (404): the framework answers 404
 * for both. An id in the path that is no UUID names nothing.
 */
final class ParameterProblems {
    private ParameterProblems() {}

    static Problem of(UriInfo uri, @Nullable ResourceInfo resource) {
        Method method = declaration(resource);
        if (method == null) {
            return ProblemMapper.ofStatus(404);
        }
        List<Violation> violations = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            PathParam path = parameter.getAnnotation(PathParam.class);
            if (path != null
                    && !readable(parameter.getType(), uri.getPathParameters().getFirst(path.value()))) {
                return Problem.notFound();
            }
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            String value = query == null ? null : uri.getQueryParameters().getFirst(query.value());
            if (query != null && value != null && !readable(parameter.getType(), value)) {
                violations.add(new Violation(
                        query.value(),
                        "must be " + expected(parameter.getType()),
                        parameter.getType().isEnum() ? "enum" : "type"));
            }
        }
        return violations.isEmpty() ? Problem.notFound() : Problem.invalid(violations);
    }

    /** The interface made from the contract carries the annotations, not the class that implements it. */
    private static @Nullable Method declaration(@Nullable ResourceInfo resource) {
        if (resource == null) {
            return null;
        }
        Method method = resource.getResourceMethod();
        if (method == null) {
            return null;
        }
        for (Class<?> type : resource.getResourceClass().getInterfaces()) {
            for (Method candidate : type.getMethods()) {
                if (candidate.getName().equals(method.getName())
                        && Arrays.equals(candidate.getParameterTypes(), method.getParameterTypes())) {
                    return candidate;
                }
            }
        }
        return method;
    }

    private static boolean readable(Class<?> type, @Nullable String value) {
        if (value == null) {
            return true;
        }
        try {
            if (type == UUID.class) {
                StrictParameters.id(value);
            } else if (type == Integer.class || type == int.class) {
                Integer.parseInt(value);
            } else if (type == Long.class || type == long.class) {
                Long.parseLong(value);
            } else if (type == LocalDate.class) {
                StrictParameters.day(value);
            } else if (type == Instant.class) {
                StrictParameters.instant(value);
            } else if (type.isEnum()) {
                return Arrays.stream(type.getEnumConstants()).anyMatch(constant -> value.equals(constant.toString()));
            }
            return true;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return false;
        }
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> "a UUID";
            case "LocalDate" -> "a date such as 2026-01-31";
            case "Instant" -> "an instant such as 2026-01-31T12:00:00Z";
            default -> "a whole number";
        };
    }
}
