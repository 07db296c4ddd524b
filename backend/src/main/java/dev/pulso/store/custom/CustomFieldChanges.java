package dev.pulso.store.custom;

import dev.pulso.kernel.Change;
import java.util.List;
import java.util.UUID;

/** What an edit changes; a field that is not given stays. */
record CustomFieldChanges(
        Change<String> label,
        Change<Boolean> required,
        Change<Integer> position,
        Change<List<NewCustomField.OptionInput>> options,
        Change<List<UUID>> pipelineIds) {}
