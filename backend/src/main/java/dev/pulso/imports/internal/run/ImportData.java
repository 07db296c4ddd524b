package dev.pulso.imports.internal.run;

import dev.pulso.store.imports.RowError;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import as it stands. {@code rows} counts those dealt with so far. */
record ImportData(
        UUID id,
        String entity,
        String fileName,
        String status,
        long rows,
        long totalRows,
        long created,
        long updated,
        long skipped,
        long failed,
        Map<String, Object> result,
        @Nullable String error,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Instant createdAt,
        Instant updatedAt,
        List<RowError> errors) {

    ImportData with(List<RowError> rowErrors) {
        return new ImportData(
                id,
                entity,
                fileName,
                status,
                rows,
                totalRows,
                created,
                updated,
                skipped,
                failed,
                result,
                error,
                startedAt,
                finishedAt,
                createdAt,
                updatedAt,
                rowErrors);
    }
}
