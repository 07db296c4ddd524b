package dev.pulso.crm.internal.pipeline;

import dev.pulso.api.PipelinesApi;
import dev.pulso.api.model.Pipeline;
import dev.pulso.api.model.PipelineCreate;
import dev.pulso.api.model.PipelineList;
import dev.pulso.api.model.PipelinePatch;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.PatchBody;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Pipelines over HTTP: translates, nothing else. */
@AtMostOnce
class PipelineResource implements PipelinesApi {
    private final PipelineService pipelines;
    private final CallerContext context;
    private final PatchBody patch;

    PipelineResource(PipelineService pipelines, CallerContext context, PatchBody patch) {
        this.pipelines = pipelines;
        this.context = context;
        this.patch = patch;
    }

    @Override
    public Uni<PipelineList> listPipelines() {
        return pipelines.list(context.caller()).map(PipelineMapper::toApi);
    }

    @Override
    public Uni<Pipeline> createPipeline(PipelineCreate body) {
        return pipelines.create(context.caller(), PipelineMapper.toNew(body)).map(PipelineMapper::toApi);
    }

    @Override
    public Uni<Pipeline> getPipeline(UUID id) {
        return pipelines.get(context.caller(), id).map(PipelineMapper::toApi);
    }

    @Override
    public Uni<Pipeline> updatePipeline(UUID id, PipelinePatch body) {
        return pipelines
                .edit(context.caller(), id, context.requiredVersion(), PipelineMapper.toChanges(body, patch))
                .map(PipelineMapper::toApi);
    }
}
