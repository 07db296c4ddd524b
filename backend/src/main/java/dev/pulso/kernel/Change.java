package dev.pulso.kernel;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One field of a merge patch: absent leaves it, a value sets it, null clears it. */
public record Change<T>(boolean given, @Nullable T value) {

    public static <T> Change<T> to(@Nullable T value) {
        return new Change<>(true, value);
    }

    public static <T> Change<T> none() {
        return new Change<>(false, null);
    }

    public void ifGiven(Consumer<@Nullable T> setter) {
        if (given) {
            setter.accept(value);
        }
    }
}
