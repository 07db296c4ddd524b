package dev.pulso.crm.internal.board;

import dev.pulso.api.model.ActivityType;
import dev.pulso.api.model.Board;
import dev.pulso.api.model.BoardStage;
import dev.pulso.api.model.NextStep;
import dev.pulso.api.model.NextStepList;
import dev.pulso.crm.internal.deal.DealMapper;
import dev.pulso.crm.internal.pipeline.PipelineMapper;
import dev.pulso.crm.internal.pipeline.StageData;
import java.util.List;

/** The board at the edge of the API. */
final class BoardMapper {
    private BoardMapper() {}

    static Board toApi(BoardData board) {
        return new Board()
                .pipeline(PipelineMapper.toApi(board.pipeline()))
                .currency(board.currency())
                .stages(board.columns().stream().map(BoardMapper::toApi).toList());
    }

    static NextStepList toApi(List<NextStepData> steps) {
        return new NextStepList()
                .data(steps.stream()
                        .map(step -> new NextStep()
                                .dealId(step.dealId())
                                .activityId(step.activityId())
                                .type(ActivityType.fromString(step.type()))
                                .subject(step.subject())
                                .dueOn(step.dueOn())
                                .dueAt(step.dueAt()))
                        .toList());
    }

    private static BoardStage toApi(BoardData.Column column) {
        StageData stage = column.stage();
        return new BoardStage()
                .id(stage.id())
                .name(stage.name())
                .type(PipelineMapper.toApi(stage.type()))
                .probability(stage.probability())
                .count(column.count())
                .amountCents(column.amountCents())
                .weightedCents(column.weightedCents())
                .otherCurrencyCount(column.leftOut())
                .deals(column.cards().stream().map(DealMapper.DEALS::toApi).toList())
                .nextCursor(column.nextCursor());
    }
}
