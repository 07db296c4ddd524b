package dev.pulso.lists.internal.summary;

import static dev.pulso.lists.internal.QuestionMapper.QUESTIONS;

import dev.pulso.api.ListsApi;
import dev.pulso.api.model.ListQuestion;
import dev.pulso.api.model.ListSum;
import dev.pulso.api.model.ListSummary;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.store.data.RowsSummary;
import io.smallrye.mutiny.Uni;

/** Summaries of lists over HTTP. */
@AtMostOnce
class SummaryResource implements ListsApi {
    private final SummaryService summaries;
    private final CallerContext context;

    SummaryResource(SummaryService summaries, CallerContext context) {
        this.summaries = summaries;
        this.context = context;
    }

    @Override
    public Uni<ListSummary> summarizeList(ListQuestion body) {
        return summaries.of(context.caller(), QUESTIONS.asked(body)).map(SummaryResource::toApi);
    }

    private static ListSummary toApi(RowsSummary summary) {
        return new ListSummary()
                .rowCount(summary.rows())
                .more(summary.more())
                .sums(summary.sums().stream()
                        .map(sum -> new ListSum()
                                .currency(sum.currency())
                                .amountCents(sum.cents())
                                .rowCount(sum.rows()))
                        .toList());
    }
}
