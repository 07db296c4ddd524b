package dev.pulso.store.custom;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.UUID;

/** A kind of records to which a company may add fields: a bean of the module that keeps them, whose migration calls {@code make_custom}. */
public interface CustomKind {

    /** As lists call it ({@code leads}), which is the name of the table. */
    String kind();

    /** Who may read the records. */
    String permission();

    /** Whether a field may be asked for in some pipelines only. */
    default boolean hasPipelines() {
        return false;
    }

    /** Of those pipelines the ones that are there. */
    default Uni<Set<UUID>> pipelines(Caller caller, Set<UUID> ids) {
        return Uni.createFrom().item(Set.of());
    }
}
