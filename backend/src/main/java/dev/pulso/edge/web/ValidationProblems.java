package dev.pulso.edge.web;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.Pattern;
import java.util.Comparator;
import java.util.List;

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
            return new Violation(
                    field(violation.getPropertyPath()), "must be one line, without control characters", "one_line");
        }
        String annotation = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new Violation(field(violation.getPropertyPath()), violation.getMessage(), code(annotation));
    }

    /** A path is method, parameter, property...; the parameter is the body when properties follow, else a query's. */
    private static String field(Path path) {
        StringBuilder field = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                index(field, node);
                if (node.getKind() == ElementKind.PROPERTY) {
                    field.append(field.isEmpty() ? "" : ".").append(FieldNames.snake(node.getName()));
                }
            }
        }
        return field.isEmpty() ? FieldNames.snake(parameter) : field.toString();
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
