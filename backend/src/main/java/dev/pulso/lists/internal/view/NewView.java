package dev.pulso.lists.internal.view;

import dev.pulso.store.question.ListQuestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view to save.
 *
 * @param position null: behind the others of the kind
 */
record NewView(
        String name,
        ListQuestion question,
        List<ViewColumn> columns,
        ViewVisibility visibility,
        @Nullable Integer position) {}
