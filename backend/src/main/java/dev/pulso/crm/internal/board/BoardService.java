package dev.pulso.crm.internal.board;

import dev.pulso.crm.internal.deal.DealQueries;
import dev.pulso.crm.internal.pipeline.PipelineService;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads the board of a pipeline: three statements. */
@ApplicationScoped
class BoardService {
    private final PipelineService pipelines;
    private final BoardQueries queries;

    BoardService(PipelineService pipelines, BoardQueries queries) {
        this.pipelines = pipelines;
        this.queries = queries;
    }

    /** The board, or 404. {@code perStage} cards of each stage; its totals are of all its deals that match. */
    Uni<BoardData> board(Caller caller, UUID pipelineId, DealQueries.Filter filter, PageRequest asked, int perStage) {
        return pipelines
                .get(caller, pipelineId)
                .chain(pipeline -> queries.board(caller, pipeline, filter, asked, perStage));
    }

    Uni<List<NextStepData>> nextSteps(Caller caller, List<UUID> deals) {
        return queries.nextSteps(caller, deals);
    }
}
