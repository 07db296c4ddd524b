package dev.pulso.imports;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fact {@code import.finished}.
 *
 * @param status {@code succeeded} or {@code failed}
 * @param orderedById the person who has ordered it; null: a program
 */
@RegisterForReflection
public record ImportFinished(
        UUID importId,
        String entity,
        String status,
        long createdCount,
        long updatedCount,
        long failedCount,
        @Nullable UUID orderedById) {
    public static final String TYPE = "import.finished";
}
