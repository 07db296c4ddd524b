package dev.pulso.kernel;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Is told what something refers to; see {@link Referring}. */
public interface References {

    /**
     * One record.
     *
     * @param name of the reference: {@code owner}
     * @param of the kind of record: {@code users}
     * @param id null: there is none; a text that is no UUID stands for none either
     * @param found takes id and name of the record
     */
    void to(String name, String of, @Nullable Object id, BiConsumer<UUID, String> found);

    /** All that is told by what an answer holds. */
    default void in(@Nullable Referring held) {
        if (held != null) {
            held.refer(this);
        }
    }

    /** As above, of each. */
    default void in(@Nullable List<? extends Referring> held) {
        if (held != null) {
            held.forEach(this::in);
        }
    }
}
