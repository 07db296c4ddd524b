package dev.pulso.crm.internal.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A sales funnel with its stages in order; one of them is won, one lost, and at least one open. */
public record PipelineData(
        UUID id,
        String name,
        boolean isDefault,
        List<StageData> stages,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    public PipelineData {
        stages = List.copyOf(stages);
    }

    public Optional<StageData> stage(UUID stageId) {
        return stages.stream().filter(stage -> stage.id().equals(stageId)).findFirst();
    }

    /** Where deals of this kind end; there is exactly one such stage for won and for lost. */
    public StageData only(StageType type) {
        return stages.stream().filter(stage -> stage.type() == type).findFirst().orElseThrow();
    }

    /** Where new deals begin. */
    public StageData firstOpen() {
        return stages.stream()
                .filter(stage -> stage.type() == StageType.open)
                .findFirst()
                .orElseThrow();
    }
}
