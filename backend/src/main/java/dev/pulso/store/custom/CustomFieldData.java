package dev.pulso.store.custom;

import dev.pulso.store.data.CustomFieldType;
import dev.pulso.store.data.CustomOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field that a company has added, for who sets it up.
 *
 * @param usedCount how many records have a value in it, up to a bound; null where nobody has counted
 */
@RegisterForReflection
record CustomFieldData(
        UUID id,
        String kind,
        String key,
        String label,
        CustomFieldType type,
        int decimals,
        boolean required,
        int position,
        List<CustomOption> options,
        List<UUID> pipelineIds,
        @Nullable Long usedCount,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
