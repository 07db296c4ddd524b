package dev.pulso.crm.internal.pipeline;

import dev.pulso.kernel.Change;
import java.util.List;

/** What an edit changes; {@code stages}, when given, is the whole new list in order, {@code merges} where the deals of those that go are put. */
record PipelineChanges(
        Change<String> name, Change<Boolean> isDefault, Change<List<StageDraft>> stages, List<StageMerge> merges) {}
