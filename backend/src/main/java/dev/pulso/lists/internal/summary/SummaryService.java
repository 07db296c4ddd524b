package dev.pulso.lists.internal.summary;

import dev.pulso.store.data.RowsSummary;
import dev.pulso.store.question.ListQuestion;
import dev.pulso.store.question.ListQuestions;
import dev.pulso.store.question.Lists;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** How much a list is about. */
@ApplicationScoped
class SummaryService {
    /** Counting is cheap up to here, and nobody reads more rows than that one by one. */
    private static final int MOST = 10_000;

    private final Lists lists;
    private final ListQuestions questions;

    SummaryService(Lists lists, ListQuestions questions) {
        this.lists = lists;
        this.questions = questions;
    }

    Uni<RowsSummary> of(Caller caller, ListQuestion question) {
        lists.requireReading(caller, question.kind());
        return questions.summary(caller, lists.checked("", question), MOST);
    }
}
