package dev.pulso.crm.internal.pipeline;

import dev.pulso.api.model.Pipeline;
import dev.pulso.api.model.PipelineCreate;
import dev.pulso.api.model.PipelineList;
import dev.pulso.api.model.PipelinePatch;
import dev.pulso.api.model.Stage;
import dev.pulso.api.model.StageInput;
import dev.pulso.edge.web.PatchBody;
import java.util.List;
import java.util.stream.Collectors;

/** Pipelines at the edge of the API; also for the board. */
public final class PipelineMapper {
    private PipelineMapper() {}

    public static Pipeline toApi(PipelineData pipeline) {
        return new Pipeline()
                .id(pipeline.id())
                .name(pipeline.name())
                .isDefault(pipeline.isDefault())
                .stages(pipeline.stages().stream().map(PipelineMapper::toApi).toList())
                .createdAt(pipeline.createdAt())
                .updatedAt(pipeline.updatedAt())
                .version(pipeline.version());
    }

    public static dev.pulso.api.model.StageType toApi(StageType type) {
        return dev.pulso.api.model.StageType.fromString(type.name());
    }

    static PipelineList toApi(List<PipelineData> pipelines) {
        return new PipelineList()
                .data(pipelines.stream().map(PipelineMapper::toApi).toList());
    }

    static NewPipeline toNew(PipelineCreate body) {
        return new NewPipeline(body.getName(), Boolean.TRUE.equals(body.getIsDefault()), drafts(body.getStages()));
    }

    static PipelineChanges toChanges(PipelinePatch body, PatchBody patch) {
        return new PipelineChanges(
                patch.change("name", body.getName()),
                patch.change("is_default", body.getIsDefault()),
                patch.change("stages", body.getStages() == null ? null : drafts(body.getStages())),
                body.getMerges() == null
                        ? List.of()
                        : body.getMerges().stream()
                                .map(merge -> new StageMerge(merge.getFromStageId(), merge.getToStageId()))
                                .toList());
    }

    private static List<StageDraft> drafts(List<StageInput> stages) {
        return stages.stream()
                .map(stage -> new StageDraft(
                        stage.getId(),
                        stage.getName(),
                        StageType.valueOf(stage.getType().value()),
                        stage.getProbability(),
                        stage.getRottingDays(),
                        stage.getRequiredFields() == null
                                ? null
                                : stage.getRequiredFields().stream()
                                        .map(field -> StageField.valueOf(field.value()))
                                        .collect(Collectors.toSet())))
                .toList();
    }

    private static Stage toApi(StageData stage) {
        return new Stage()
                .id(stage.id())
                .name(stage.name())
                .type(toApi(stage.type()))
                .probability(stage.probability())
                .rottingDays(stage.rottingDays())
                .requiredFields(required(stage));
    }

    public static List<dev.pulso.api.model.StageField> required(StageData stage) {
        return stage.requiredFields().stream()
                .sorted()
                .map(field -> dev.pulso.api.model.StageField.fromString(field.name()))
                .toList();
    }
}
