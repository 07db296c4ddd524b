package dev.pulso.crm.internal.pipeline;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PipelineRepository implements PanacheRepositoryBase<Pipeline, UUID> {

    Uni<@Nullable Pipeline> findDefault() {
        return find("defaultPipeline = true").firstResult();
    }
}
