package dev.pulso.crm.internal.pipeline;

import java.util.List;

/** A pipeline to create. */
record NewPipeline(String name, boolean isDefault, List<StageDraft> stages) {}
