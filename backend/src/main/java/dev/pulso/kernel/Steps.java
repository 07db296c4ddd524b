package dev.pulso.kernel;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** Asynchronous steps one after the other; the first failure ends the row. */
public final class Steps {
    private Steps() {}

    public static <T> Uni<Void> inOrder(List<T> items, Function<? super T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** As {@link #inOrder}, but so many at a time. */
    public static <T> Uni<Void> sideBySide(int atOnce, List<T> items, Function<? super T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUni(step::apply)
                .merge(atOnce)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
