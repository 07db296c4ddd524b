package dev.pulso.kernel;

import java.util.Optional;
import java.util.function.Function;

/**
 * What became of a text that was read: a value, nothing because it was blank, or the reason why it cannot be one.
 *
 * <p>Blank is its own case because an empty cell is not a mistake: whoever reads decides whether the field is needed.
 */
public sealed interface Parsed<T> {

    record Value<T>(T value) implements Parsed<T> {}

    record Blank<T>() implements Parsed<T> {}

    record Refused<T>(Reason reason) implements Parsed<T> {}

    static <T> Parsed<T> value(T value) {
        return new Value<>(value);
    }

    static <T> Parsed<T> blank() {
        return new Blank<>();
    }

    static <T> Parsed<T> refused(String code, String message) {
        return new Refused<>(new Reason(code, message));
    }

    default boolean isValue() {
        return this instanceof Value<T>;
    }

    default boolean isBlank() {
        return this instanceof Blank<T>;
    }

    /** The value, when there is one. */
    default Optional<T> toOptional() {
        return this instanceof Value<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /** The reason, when the text was refused. */
    default Optional<Reason> refusal() {
        return this instanceof Refused<T>(Reason why) ? Optional.of(why) : Optional.empty();
    }

    default <R> Parsed<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Value<T>(T value) -> new Value<>(change.apply(value));
            case Blank<T>() -> new Blank<>();
            case Refused<T>(Reason why) -> new Refused<>(why);
        };
    }

    /**
     * The value.
     *
     * @throws IllegalArgumentException with the reason when there is none
     */
    default T orThrow() {
        return switch (this) {
            case Value<T>(T value) -> value;
            case Blank<T>() -> throw new IllegalArgumentException("the value is blank");
            case Refused<T>(Reason why) -> throw new IllegalArgumentException(why.message());
        };
    }
}
