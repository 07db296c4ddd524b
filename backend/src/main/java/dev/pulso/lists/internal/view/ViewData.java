package dev.pulso.lists.internal.view;

import dev.pulso.store.question.ListQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A view as it is kept.
 *
 * @param filters and {@code columns} as text: see {@link ListQuestion#filtersAsText} and {@link ViewColumn#write}
 */
@RegisterForReflection
record ViewData(
        UUID id,
        String kind,
        String name,
        String filters,
        @Nullable String sort,
        String columns,
        ViewVisibility visibility,
        @Nullable UUID teamId,
        UUID createdById,
        int position,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    ListQuestion question() {
        return ListQuestion.read(kind, filters, sort);
    }
}
