package dev.pulso.crm.internal.pipeline;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class StageRepository implements PanacheRepositoryBase<Stage, UUID> {

    Uni<List<Stage>> ofPipeline(UUID pipelineId) {
        return list("pipelineId = ?1 order by ordinal", pipelineId);
    }
}
