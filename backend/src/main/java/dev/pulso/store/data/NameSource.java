package dev.pulso.store.data;

import java.util.Map;

/** Where the names of records stand, for whoever refers to them: a bean of each module that others refer to. */
public interface NameSource {

    /**
     * By the kind of record, as {@code x-include} of the contract calls it: the statement that answers {@code id} and
     * {@code name} of those among the ids in {@code $1} that the caller may see.
     */
    Map<String, String> statements();
}
