package dev.pulso.crm.internal.board;

import dev.pulso.api.BoardApi;
import dev.pulso.api.model.Board;
import dev.pulso.api.model.NextStepList;
import dev.pulso.crm.internal.deal.DealQueries;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.store.data.External;
import dev.pulso.store.data.FilterGrammar;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** The board over HTTP: translates, nothing else. */
class BoardResource implements BoardApi {
    private final BoardService boards;
    private final CallerContext context;

    BoardResource(BoardService boards, CallerContext context) {
        this.boards = boards;
        this.context = context;
    }

    @Override
    public Uni<Board> getBoard(
            UUID id, Integer perStage, UUID ownerId, UUID companyId, UUID contactId, UUID lostReasonId, String q) {
        return boards.board(
                        context.caller(),
                        id,
                        new DealQueries.Filter(
                                null,
                                null,
                                ownerId,
                                companyId,
                                contactId,
                                lostReasonId,
                                new External.Key(null, null),
                                q),
                        context.page(null, null, null, null),
                        perStage)
                .map(BoardMapper::toApi);
    }

    @Override
    public Uni<NextStepList> listNextSteps() {
        String ids = context.page(null, null, null, null).filters().get("deal_ids");
        List<UUID> deals = ids == null ? List.of() : List.of(FilterGrammar.ids("deal_ids", ids));
        return boards.nextSteps(context.caller(), deals).map(BoardMapper::toApi);
    }
}
