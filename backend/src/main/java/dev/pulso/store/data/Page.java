package dev.pulso.store.data;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Some rows of a list and the cursor of the next ones; no cursor on the last page. */
public record Page<T>(List<T> data, @Nullable String nextCursor) {

    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(data.stream().<R>map(mapper).toList(), nextCursor);
    }
}
