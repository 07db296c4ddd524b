package dev.pulso.crm.internal.board;

import dev.pulso.crm.internal.deal.DealData;
import dev.pulso.crm.internal.deal.DealQueries;
import dev.pulso.crm.internal.pipeline.PipelineData;
import dev.pulso.crm.internal.pipeline.StageData;
import dev.pulso.kernel.Cursor;
import dev.pulso.store.data.SearchWords;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Read;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The board in two statements besides the pipeline's own, whatever the number of stages and deals. They see one moment: a card that
 * moves meanwhile is counted where it is shown.
 */
@ApplicationScoped
class BoardQueries {
    private static final String TOTALS = """
        select s.id as stage_id, total.deals, total.amount_cents, total.left_out, t.currency
        from tenants t cross join stages s cross join lateral (
            select count(*) as deals,
                   coalesce(sum(d.amount_cents) filter (where d.currency = t.currency), 0)::bigint as amount_cents,
                   count(*) filter (where d.currency <> t.currency) as left_out
            from deals d where d.stage_id = s.id%s) total
        where s.pipeline_id = $1\
        """;

    private static final String CARDS = "select " + DealQueries.ROWS.columns()
            + " from stages s cross join lateral (select d.* from deals d where d.stage_id = s.id%s"
            + " order by d.position, d.id limit $2) d"
            + " where s.pipeline_id = $1 order by s.ordinal, d.position, d.id";

    private final Tenancy tenancy;

    BoardQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    record Filter(@Nullable UUID ownerId, @Nullable String query) {}

    Uni<BoardData> board(Caller caller, PipelineData pipeline, Filter filter, int perStage) {
        Read<Totals> totals = totals(pipeline, filter);
        if (perStage == 0) {
            return tenancy.query(caller, List.of(totals))
                    .map(answers -> board(pipeline, answers.of(totals), Map.of(), perStage));
        }
        Read<Map<UUID, List<DealData>>> cards = cards(pipeline, filter, perStage);
        return tenancy.query(caller, List.of(totals, cards))
                .map(answers -> board(pipeline, answers.of(totals), answers.of(cards), perStage));
    }

    private static BoardData board(
            PipelineData pipeline, Totals totals, Map<UUID, List<DealData>> cards, int perStage) {
        return new BoardData(
                pipeline,
                totals.currency(),
                pipeline.stages().stream()
                        .map(stage -> column(stage, totals.byStage().get(stage.id()), cards.get(stage.id()), perStage))
                        .toList());
    }

    /** @param leftOut deals in another currency than the tenant's: two currencies have no sum */
    private record Total(long deals, long amountCents, long leftOut) {}

    private record Totals(String currency, Map<UUID, Total> byStage) {}

    private static Read<Totals> totals(PipelineData pipeline, Filter filter) {
        Tuple values = Tuple.of(pipeline.id());
        String sql = TOTALS.formatted(conditions(filter, values));
        return new Read<>(sql, values, rows -> {
            Map<UUID, Total> totals = new HashMap<>();
            // A pipeline has stages.
            String currency = rows.iterator().next().getString("currency");
            rows.forEach(row -> totals.put(
                    row.getUUID("stage_id"),
                    new Total(row.getLong("deals"), row.getLong("amount_cents"), row.getLong("left_out"))));
            return new Totals(currency, totals);
        });
    }

    private static Read<Map<UUID, List<DealData>>> cards(PipelineData pipeline, Filter filter, int perStage) {
        // One more than shown tells whether there are more.
        Tuple values = Tuple.of(pipeline.id(), perStage + 1);
        String sql = CARDS.formatted(conditions(filter, values));
        return new Read<>(sql, values, rows -> {
            Map<UUID, List<DealData>> cards = new HashMap<>();
            rows.forEach(row -> {
                DealData deal = DealQueries.ROWS.read(row);
                cards.computeIfAbsent(deal.stageId(), stage -> new ArrayList<>())
                        .add(deal);
            });
            return cards;
        });
    }

    private static String conditions(Filter filter, Tuple values) {
        StringBuilder conditions = new StringBuilder();
        if (filter.ownerId() != null) {
            values.addUUID(filter.ownerId());
            conditions.append(" and d.owner_id = $").append(values.size());
        }
        String words = SearchWords.condition(filter.query(), DealQueries::mentions, word -> {
            values.addString(word);
            return "$" + values.size();
        });
        if (words != null) {
            conditions.append(" and ").append(words);
        }
        return conditions.toString();
    }

    private static BoardData.Column column(
            StageData stage, @Nullable Total total, @Nullable List<DealData> found, int perStage) {
        // A stage that was added since the pipeline was read has neither.
        Total sums = total == null ? new Total(0, 0, 0) : total;
        List<DealData> cards = found == null ? List.of() : found;
        boolean more = cards.size() > perStage;
        List<DealData> shown = more ? List.copyOf(cards.subList(0, perStage)) : cards;
        return new BoardData.Column(
                stage, sums.deals(), sums.amountCents(), sums.leftOut(), shown, more ? cursor(shown.getLast()) : null);
    }

    /** Where the list of deals, sorted as the board is, goes on. */
    private static String cursor(DealData last) {
        return Cursor.encode(DealQueries.BOARD_ORDER, last.position(), last.id());
    }
}
