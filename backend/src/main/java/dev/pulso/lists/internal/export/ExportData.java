package dev.pulso.lists.internal.export;

import dev.pulso.store.question.ListQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An export as it is kept, and how far it has come. */
@RegisterForReflection
record ExportData(
        UUID id,
        String kind,
        String filters,
        @Nullable String sort,
        String columns,
        ExportFormat format,
        String conventions,
        String fileName,
        String status,
        @Nullable String code,
        int totalCount,
        int rowCount,
        @Nullable Long sizeBytes,
        @Nullable UUID fileId,
        @Nullable Instant expiresAt,
        UUID createdById,
        @Nullable String requestId,
        @Nullable Instant finishedAt,
        Instant createdAt,
        Instant updatedAt) {

    ListQuestion question() {
        return ListQuestion.read(kind, filters, sort);
    }

    List<ExportColumn> wanted() {
        return ExportColumn.read(columns);
    }

    boolean hasEnded() {
        return status.equals("succeeded") || status.equals("failed");
    }

    boolean isAvailable(Instant now) {
        return fileId != null && expiresAt != null && now.isBefore(expiresAt);
    }
}
