package dev.pulso.crm.internal.deal;

import dev.pulso.crm.internal.pipeline.StageType;
import java.util.UUID;

/** Where a card is put: a stage, what being there means, and the key that orders it among the others. */
record Place(UUID pipelineId, UUID stageId, StageType type, String position) {}
