package dev.pulso.store.imports;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of an import, apart from the file.
 *
 * @param fields the fields that the mapping fills
 * @param fileName as it was uploaded
 */
public record ImportRequest(UUID importId, String fileName, Set<String> fields, Options options) {

    /** @param currency ISO 4217 */
    public record Options(
            @Nullable UUID pipelineId, @Nullable String pipelineName, String currency) {}
}
