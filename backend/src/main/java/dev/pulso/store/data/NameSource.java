package dev.pulso.store.data;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the names of records stand, for whoever refers to them: a bean of each module that others refer to. */
public interface NameSource {

    /** By the kind of record, as {@code x-include} of the contract calls it. */
    Map<String, Names> names();

    /**
     * @param permission of those who read the names; null: everybody of the company
     * @param statement answers {@code id} and {@code name} of those among the ids in {@code $1} that the caller reaches
     */
    record Names(@Nullable String permission, String statement) {}
}
