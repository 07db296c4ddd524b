package dev.pulso.kernel;

/**
 * Why something that a person or a file wrote cannot be taken.
 *
 * @param code stable, {@code snake_case}; screens translate it
 * @param message English, one sentence that says what is wrong and, where it helps, what would be right; it never
 *     repeats the value of a field
 */
public record Reason(String code, String message) {}
