package dev.pulso.store.custom;

import dev.pulso.store.data.CustomFieldType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A field to add. {@code position}: null: behind the others of the kind. */
record NewCustomField(
        String kind,
        String key,
        String label,
        CustomFieldType type,
        int decimals,
        boolean required,
        @Nullable Integer position,
        List<OptionInput> options,
        List<UUID> pipelineIds) {

    /** An option as it is to be; {@code id}: null: a new one. */
    record OptionInput(@Nullable UUID id, String label, boolean archived) {}
}
