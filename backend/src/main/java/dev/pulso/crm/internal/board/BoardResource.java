package dev.pulso.crm.internal.board;

import dev.pulso.api.BoardApi;
import dev.pulso.api.model.Board;
import dev.pulso.edge.web.CallerContext;
import io.smallrye.mutiny.Uni;
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
    public Uni<Board> getBoard(UUID id, Integer perStage, UUID ownerId, String q) {
        return boards.board(context.caller(), id, new BoardQueries.Filter(ownerId, q), perStage)
                .map(BoardMapper::toApi);
    }
}
