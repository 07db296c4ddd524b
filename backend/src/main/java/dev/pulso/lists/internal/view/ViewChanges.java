package dev.pulso.lists.internal.view;

import dev.pulso.kernel.Change;
import dev.pulso.store.question.ListQuestion;
import java.util.List;

/** What an edit changes; a field that is not given stays. */
record ViewChanges(
        Change<String> name,
        Change<ListQuestion> question,
        Change<List<ViewColumn>> columns,
        Change<ViewVisibility> visibility,
        Change<Integer> position) {}
