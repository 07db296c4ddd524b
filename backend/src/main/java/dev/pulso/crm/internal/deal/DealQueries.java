package dev.pulso.crm.internal.deal;

import dev.pulso.kernel.Problem;
import dev.pulso.store.data.External;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.Rows;
import dev.pulso.store.question.Asked;
import dev.pulso.store.question.ListSource;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deals, in one statement each. */
@ApplicationScoped
public class DealQueries implements ListSource<DealData> {

    /** Of {@code d}. */
    public static final Rows<DealData> ROWS = Rows.of(DealData.class, "d");

    private static final Rows<DealDetail> DETAIL = Rows.of(DealDetail.class, "d");

    /** The sort of the board and of its cursors. */
    public static final String BOARD_ORDER = "position";

    /** Longer in its stage than so many times what that allows. */
    private static final String LONGER =
            "d.status = 'open' and exists (select from stages g where g.tenant_id = d.tenant_id"
                    + " and g.id = d.stage_id and g.rotting_days > 0"
                    + " and d.stage_entered_at <= (select app_now()) - make_interval(days => g.rotting_days * %d))";

    /** What has a next step is read once, not looked up for each deal: 50,000 open ones took three times as long. */
    private static final Map<String, String> MARKS = Map.of(
            "rotting",
            LONGER.formatted(1),
            "rotten",
            LONGER.formatted(2),
            "no_next_step",
            "d.status = 'open' and d.id not in (select a.deal_id from activities a"
                    + " where a.deal_id is not null and a.completed_at is null)");

    /** A change of amount is no other stay: what counts is another stage than the one before. */
    private static final String STAYS = """
        with told as (
            select h.stage_id, h.at, h.id, lag(h.stage_id) over (order by h.at, h.id) as before
            from deal_changes h where h.deal_id = $1
        ), entered as (
            select t.stage_id, t.at as entered_at, lead(t.at) over (order by t.at, t.id) as left_at, t.id
            from told t where t.before is distinct from t.stage_id
        )
        select e.stage_id, e.entered_at, e.left_at,
               greatest(0, extract(epoch from coalesce(e.left_at, app_now()) - e.entered_at))::bigint as seconds
        from entered e order by e.entered_at, e.id\
        """;

    private static final Rows<StageStay> STAY = Rows.of(StageStay.class, "e");

    private final Tenancy tenancy;

    DealQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** What is asked of a list, and of the board. */
    @RegisterForReflection
    public record Filter(
            @Nullable UUID pipelineId,
            @Nullable UUID stageId,
            @Nullable UUID ownerId,
            @Nullable UUID companyId,
            @Nullable UUID contactId,
            @Nullable UUID lostReasonId,
            External.Key key,
            @Nullable String query) {}

    @Override
    public String kind() {
        return "deals";
    }

    @Override
    public KeysetQuery select(Asked asked) {
        return list(asked.as(Filter.class));
    }

    @Override
    public DealData read(Row row) {
        return ROWS.read(row);
    }

    Uni<Page<DealData>> list(Caller caller, Filter filter, PageRequest page) {
        if (BOARD_ORDER.equals(page.sort()) && filter.stageId() == null) {
            throw Problem.invalid(
                    "sort", "position needs stage_id: cards have an order within their stage only", "stage_id");
        }
        return list(filter).page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    /** The question of the list, for who asks it otherwise. */
    public static KeysetQuery list(Filter filter) {
        KeysetQuery query = filter.key()
                .in(KeysetQuery.select(ROWS, "deals d"), "d")
                .where("d.pipeline_id = ?", filter.pipelineId())
                .where("d.stage_id = ?", filter.stageId())
                .where("d.owner_id = ?", filter.ownerId())
                .where("d.company_id = ?", filter.companyId())
                .where("d.contact_id = ?", filter.contactId())
                .where("d.lost_reason_id = ?", filter.lostReasonId());
        return query.search(DealQueries::mentions, filter.query())
                .sortable("created_at", "d.created_at", "timestamptz")
                .sortable("amount_cents", "d.amount_cents", "bigint")
                .sortable("expected_close_on", "coalesce(d.expected_close_on, date 'infinity')", "date")
                .sortable("title", "d.title", "text")
                .sortable(BOARD_ORDER, "d.position", "text")
                .range("created_at", "d.created_at", "timestamptz")
                .range("updated_at", "d.updated_at", "timestamptz")
                .range("stage_entered_at", "d.stage_entered_at", "timestamptz")
                .range("amount_cents", "d.amount_cents", "bigint")
                .range("one_off_cents", "d.one_off_cents", "bigint")
                .range("mrr_cents", "d.mrr_cents", "bigint")
                .range("expected_close_on", "d.expected_close_on", "date")
                .range("closed_on", "d.closed_on", "date")
                .anyOf("status", "d.status", Stream.of(DealStatus.values()).map(DealStatus::name))
                .anyOf(
                        "amount_source",
                        "d.amount_source",
                        Stream.of(AmountSource.values()).map(AmountSource::name))
                .anyOf("mark", MARKS)
                .changing("d.updated_at")
                .custom("deals")
                .leaving("deals")
                .worth("d.amount_cents", "d.currency");
    }

    /** The deal, or 404. */
    Uni<DealDetail> get(Caller caller, UUID id) {
        return tenancy.query(caller, "select " + DETAIL.columns() + " from deals d where d.id = $1", Tuple.of(id))
                .map(DETAIL::one)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    Uni<List<StageStay>> stays(Caller caller, UUID id) {
        return tenancy.query(caller, STAYS, Tuple.of(id)).map(STAY::all);
    }

    /** The customer that came of an earlier deal with a person who has no company, or null. */
    Uni<@Nullable UUID> customerOfContact(Caller caller, UUID contactId) {
        return tenancy.query(
                        caller,
                        "select customer_id from deals where contact_id = $1 and company_id is null"
                                + " and customer_id is not null order by created_at, id limit 1",
                        Tuple.of(contactId))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getUUID("customer_id"));
    }

    /** That a deal mentions a word, in its title or in the name of its company. */
    public static String mentions(String word) {
        String normalised = "(select normalize_search(" + word + "))";
        return "(strpos(d.search, " + normalised + ") > 0 or d.company_id in (select named.id from companies named"
                + " where strpos(named.search, " + normalised + ") > 0))";
    }
}
