package dev.pulso.lists.internal;

import dev.pulso.api.model.ListKind;
import dev.pulso.api.model.ListQuestion;
import dev.pulso.kernel.Records;
import java.util.Map;

/** Questions at the edge of the API. */
public final class QuestionMapper {
    public static final QuestionMapper QUESTIONS = new QuestionMapper();

    private QuestionMapper() {}

    public dev.pulso.store.question.ListQuestion asked(ListQuestion question) {
        Map<String, String> filters = question.getFilters();
        return new dev.pulso.store.question.ListQuestion(
                question.getKind().value(), filters == null ? Map.of() : filters, question.getSort());
    }

    public ListQuestion toApi(dev.pulso.store.question.ListQuestion question) {
        return new ListQuestion()
                .kind(Records.constant(ListKind.class, question.kind()))
                .filters(question.filters())
                .sort(question.sort());
    }
}
