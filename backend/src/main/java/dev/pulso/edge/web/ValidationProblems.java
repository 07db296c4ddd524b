package dev.pulso.edge.web;

import dev.pulso.kernel.FieldNames;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What bean validation found, in the words of the API. */
final class ValidationProblems {
    /** The form of a name or title in the contract (openapi/tools/texts.mjs). */
    private static final String ONE_LINE = "^[^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*$";

    private ValidationProblems() {}

    static Problem of(ConstraintViolationException invalid) {
        List<Violation> violations = invalid.getConstraintViolations().stream()
                .map(ValidationProblems::violation)
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::code))
                .toList();
        return Problem.invalid(violations);
    }

    private static Violation violation(ConstraintViolation<?> violation) {
        if (violation.getConstraintDescriptor().getAnnotation() instanceof Pattern pattern
                && pattern.regexp().equals(ONE_LINE)) {
            return new Violation(field(violation), "must be one line, without control characters", "one_line");
        }
        String annotation = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new Violation(field(violation), violation.getMessage(), code(annotation));
    }

    /** A path is method, parameter, property...: what comes behind the parameter is the field, else the parameter itself. */
    private static String field(ConstraintViolation<?> violation) {
        StringBuilder field = new StringBuilder();
        String parameter = Problem.BODY;
        Path.@Nullable MethodNode method = null;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                method = node.as(Path.MethodNode.class);
            } else if (node.getKind() == ElementKind.PARAMETER && method != null) {
                parameter = name(
                        violation.getRootBeanClass(),
                        method,
                        node.as(Path.ParameterNode.class).getParameterIndex());
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                index(field, node);
                if (node.getKind() == ElementKind.PROPERTY) {
                    field.append(field.isEmpty() ? "" : ".").append(FieldNames.snake(node.getName()));
                }
            }
        }
        return field.isEmpty() ? parameter : field.toString();
    }

    /** As the contract calls it; what has no name there is the body. */
    private static String name(Class<?> resource, Path.MethodNode method, int index) {
        Class<?>[] types = method.getParameterTypes().toArray(Class<?>[]::new);
        for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
            for (Class<?> contract : type.getInterfaces()) {
                Method found = find(contract.getMethods(), method, types);
                if (found != null) {
                    return name(found.getParameters()[index]);
                }
            }
            // A resource by hand says it itself; the class that the container makes of it says nothing.
            Method own = find(type.getDeclaredMethods(), method, types);
            if (own != null && own.getParameters()[index].getAnnotations().length > 0) {
                return name(own.getParameters()[index]);
            }
        }
        return Problem.BODY;
    }

    private static @Nullable Method find(Method[] methods, Path.MethodNode sought, Class<?>[] types) {
        for (Method candidate : methods) {
            if (candidate.getName().equals(sought.getName()) && Arrays.equals(candidate.getParameterTypes(), types)) {
                return candidate;
            }
        }
        return null;
    }

    private static String name(Parameter parameter) {
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        if (query != null) {
            return query.value();
        }
        HeaderParam header = parameter.getAnnotation(HeaderParam.class);
        if (header != null) {
            return header.value();
        }
        PathParam path = parameter.getAnnotation(PathParam.class);
        if (path != null) {
            return path.value();
        }
        RestForm form = parameter.getAnnotation(RestForm.class);
        return form == null ? Problem.BODY : form.value();
    }

    private static void index(StringBuilder field, Path.Node node) {
        if (node.isInIterable() && node.getIndex() != null) {
            field.append('[').append(node.getIndex()).append(']');
        } else if (node.isInIterable() && node.getKey() != null) {
            field.append('[').append(node.getKey()).append(']');
        }
    }

    private static String code(String annotation) {
        return switch (annotation) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Size" -> "size";
            case "Min", "DecimalMin", "PositiveOrZero", "Positive" -> "min";
            case "Max", "DecimalMax" -> "max";
            default -> FieldNames.snake(Character.toLowerCase(annotation.charAt(0)) + annotation.substring(1));
        };
    }
}
