package dev.pulso.lists;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** The fact {@code export.finished}. */
@RegisterForReflection
public record ExportFinished(UUID exportId, String kind, String format, String status, int rowCount, UUID userId) {
    public static final String TYPE = "export.finished";
}
