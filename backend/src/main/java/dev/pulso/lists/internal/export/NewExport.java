package dev.pulso.lists.internal.export;

import dev.pulso.store.question.ListQuestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants to take along. */
record NewExport(
        ListQuestion question,
        List<ExportColumn> columns,
        ExportFormat format,
        Conventions conventions,
        @Nullable String name) {}
