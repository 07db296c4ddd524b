package dev.pulso.store.data;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a list and the cursor of the next ones; no cursor on the last page.
 *
 * @param removed what has left in the time that this page covers, if that was asked for
 */
public record Page<T>(List<T> data, @Nullable String nextCursor, List<Removed> removed) {

    public Page(List<T> data, @Nullable String nextCursor) {
        this(data, nextCursor, List.of());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(data.stream().<R>map(mapper).toList(), nextCursor, removed);
    }
}
