package dev.pulso.crm.internal.board;

import dev.pulso.crm.internal.deal.DealData;
import dev.pulso.crm.internal.pipeline.PipelineData;
import dev.pulso.crm.internal.pipeline.StageData;
import dev.pulso.crm.internal.pipeline.StageType;
import dev.pulso.kernel.Ratio;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline as columns of cards.
 *
 * @param currency of all totals
 */
record BoardData(PipelineData pipeline, String currency, List<Column> columns) {

    /**
     * The count covers all matching deals of the stage, the amount those in the currency of the board; {@code cards} are
     * the first ones in board order.
     *
     * @param leftOut deals that the amount does not cover because they are in another currency
     */
    record Column(
            StageData stage,
            long count,
            long amountCents,
            long leftOut,
            List<DealData> cards,
            @Nullable String nextCursor) {

        /**
         * What the column is worth in the forecast: amount times probability, rounded half up once per stage. What is lost
         * is worth nothing, whatever probability somebody gave the stage.
         */
        long weightedCents() {
            return stage.type() == StageType.lost
                    ? 0
                    : Ratio.of(stage.probability(), 100).times(amountCents).roundHalfUp();
        }
    }
}
