package dev.pulso.crm.internal.board;

import dev.pulso.crm.internal.deal.DealData;
import dev.pulso.crm.internal.deal.DealQueries;
import dev.pulso.crm.internal.pipeline.PipelineData;
import dev.pulso.crm.internal.pipeline.StageData;
import dev.pulso.kernel.Cursor;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.Rows;
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
    /** Whatever is asked: as many deals as there are are looked at. */
    private static final String TOTALS = """
        select s.id as stage_id, total.deals, total.amount_cents, total.left_out, t.currency
        from tenants t cross join stages s cross join lateral (
            select count(*) as deals,
                   coalesce(sum(d.amount_cents) filter (where d.currency = t.currency), 0)::bigint as amount_cents,
                   count(*) filter (where d.currency <> t.currency) as left_out
            from deals d where d.stage_id = s.id%s) total
        where s.pipeline_id = $%d\
        """;

    /** Of all deals, or all of an owner, the sums are kept (docs/adr/0067-pipelines.md): the same however many there are. */
    private static final String KEPT = """
        select s.id as stage_id, total.deals, total.amount_cents, total.left_out, t.currency
        from tenants t cross join stages s cross join lateral (
            select coalesce(sum(k.deals), 0)::bigint as deals,
                   coalesce(sum(k.amount_cents) filter (where k.currency = t.currency), 0)::bigint as amount_cents,
                   coalesce(sum(k.deals) filter (where k.currency <> t.currency), 0)::bigint as left_out
            from deal_totals k where k.stage_id = s.id%s) total
        where s.pipeline_id = $%d\
        """;

    private static final String CARDS = "select " + DealQueries.ROWS.columns()
            + " from stages s cross join lateral (select d.* from deals d where d.stage_id = s.id%s"
            + " order by d.position, d.id limit $%d) d"
            + " where s.pipeline_id = $%d order by s.ordinal, d.position, d.id";

    private static final String NEXT_STEPS = """
        select d.id as deal_id, a.id as activity_id, a.type, a.subject, a.due_on, a.due_at
        from deals d cross join lateral (
            select a.id, a.type, a.subject, a.due_on, a.due_at from activities a
            where a.tenant_id = d.tenant_id and a.deal_id = d.id and a.completed_at is null
            order by a.due_key, a.id limit 1) a
        where d.id = any($1)\
        """;

    private static final Rows<NextStepData> NEXT_STEP = Rows.of(NextStepData.class, "a");

    private final Tenancy tenancy;

    BoardQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    Uni<BoardData> board(
            Caller caller, PipelineData pipeline, DealQueries.Filter filter, PageRequest asked, int perStage) {
        return totals(caller, pipeline, filter, asked).chain(totals -> {
            if (perStage == 0) {
                return tenancy.query(caller, List.of(totals))
                        .map(answers -> board(pipeline, answers.of(totals), Map.of(), perStage));
            }
            return cards(caller, pipeline, filter, asked, perStage)
                    .chain(cards -> tenancy.query(caller, List.of(totals, cards))
                            .map(answers -> board(pipeline, answers.of(totals), answers.of(cards), perStage)));
        });
    }

    /** Of each deal that the caller sees what is to be done next about it. */
    Uni<List<NextStepData>> nextSteps(Caller caller, List<UUID> deals) {
        return tenancy.query(caller, NEXT_STEPS, Tuple.of(deals.toArray(UUID[]::new)))
                .map(NEXT_STEP::all);
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

    /** Marks are of open deals: the others, most of them after some years, need not be looked at to know it. */
    private static String openOnly(PageRequest asked) {
        return asked.filters().containsKey("mark") ? " and s.type = 'open'" : "";
    }

    /** Nothing is asked but whose they are. */
    private static boolean areKept(DealQueries.Filter filter, PageRequest asked) {
        return asked.filters().isEmpty()
                && filter.companyId() == null
                && filter.contactId() == null
                && filter.lostReasonId() == null
                && (filter.query() == null || filter.query().isBlank());
    }

    private Uni<Read<Totals>> totals(
            Caller caller, PipelineData pipeline, DealQueries.Filter filter, PageRequest asked) {
        if (areKept(filter, asked)) {
            Tuple values = Tuple.tuple();
            if (filter.ownerId() != null) {
                values.addUUID(filter.ownerId());
            }
            values.addUUID(pipeline.id());
            return Uni.createFrom()
                    .item(totals(
                            KEPT.formatted(filter.ownerId() == null ? "" : " and k.owner_id = $1", values.size()),
                            values));
        }
        return DealQueries.list(filter).conditions(tenancy, caller, asked).map(conditions -> {
            Tuple values = conditions.values().addUUID(pipeline.id());
            return totals(TOTALS.formatted(conditions.and() + openOnly(asked), values.size()), values);
        });
    }

    private static Read<Totals> totals(String sql, Tuple values) {
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

    private Uni<Read<Map<UUID, List<DealData>>>> cards(
            Caller caller, PipelineData pipeline, DealQueries.Filter filter, PageRequest asked, int perStage) {
        return DealQueries.list(filter).conditions(tenancy, caller, asked).map(conditions -> {
            // One more than shown tells whether there are more.
            Tuple values = conditions.values().addInteger(perStage + 1).addUUID(pipeline.id());
            String sql = CARDS.formatted(conditions.and() + openOnly(asked), values.size() - 1, values.size());
            return new Read<>(sql, values, rows -> {
                Map<UUID, List<DealData>> cards = new HashMap<>();
                rows.forEach(row -> {
                    DealData deal = DealQueries.ROWS.read(row);
                    cards.computeIfAbsent(deal.stageId(), stage -> new ArrayList<>())
                            .add(deal);
                });
                return cards;
            });
        });
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
