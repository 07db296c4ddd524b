package dev.pulso.crm.internal.pipeline;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PipelineRepository implements PanacheRepositoryBase<Pipeline, UUID> {

    /** The pipeline, until the transaction ends nobody else's: whoever waits sees the version that it has then. */
    Uni<@Nullable Pipeline> forChange(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<@Nullable Pipeline> findDefault() {
        return find("defaultPipeline = true").firstResult();
    }
}
