package dev.pulso.kernel;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is wrong with one field of a request.
 *
 * @param field JSON path or parameter name, such as {@code items[0].unit_cents}
 * @param message for people
 * @param code stable, for programs: {@code required}, {@code unknown_field}, {@code not_found}, ...
 */
@RegisterForReflection
public record Violation(String field, String message, String code) {}
