package dev.pulso.crm.internal.activity;

import dev.pulso.crm.internal.Ownership;
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

/** Activities, in one statement each. */
@ApplicationScoped
class ActivityQueries implements ListSource<ActivityData> {
    private static final String STATUS = "case when a.completed_at is null then 'open' else 'completed' end";
    private static final String OPEN = "a.completed_at is null and ";

    /** Looked at once per statement: when the company's day ends. */
    private static final String END_OF_TODAY = """
        (select (date_trunc('day', app_now() at time zone t.time_zone) + interval '1 day') at time zone t.time_zone
         from tenants t)\
        """;

    private static final Map<String, String> DUE = Map.of(
            "overdue", OPEN + "a.due_key <= (select app_now())",
            "today", OPEN + "a.due_key > (select app_now()) and a.due_key <= " + END_OF_TODAY,
            "planned", OPEN + "a.due_key > " + END_OF_TODAY + " and a.due_key < 'infinity'",
            "unscheduled", OPEN + "a.due_key = 'infinity'");

    /** Whose task it is sees it, and is told nothing of a deal or a lead that somebody else has. */
    private static final String DEAL = "case when exists (select from deals d where d.tenant_id = a.tenant_id"
            + " and d.id = a.deal_id) then a.deal_id end";

    private static final String LEAD = "case when exists (select from leads l where l.tenant_id = a.tenant_id"
            + " and l.id = a.lead_id) then a.lead_id end";

    /** By whom they are reached who see what was done about their deals and leads: as note_activity_left() writes it down. */
    private static final String WITH_OWNERS = "activities t"
            + " left join deals d on d.tenant_id = t.tenant_id and d.id = t.deal_id"
            + " left join leads l on l.tenant_id = t.tenant_id and l.id = t.lead_id";

    private static final String REACHED_AS =
            "activity_reached_as(t.owner_id, t.deal_id, d.owner_id, t.lead_id, l.owner_id)";

    private static final Rows<ActivityData> ROWS = told(Rows.of(ActivityData.class, "a"));
    private static final Rows<ActivityDetail> DETAIL = told(Rows.of(ActivityDetail.class, "a"))
            .from("mentionedIds", "a.mentioned_ids")
            .with("mentionedIds", row -> List.of(row.getArrayOfUUIDs("mentioned_ids")));

    private final Tenancy tenancy;

    ActivityQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** @param about the records that it is about, null where nothing is asked */
    @RegisterForReflection
    record Filter(
            @Nullable UUID ownerId,
            @Nullable UUID leadId,
            @Nullable UUID dealId,
            @Nullable UUID companyId,
            @Nullable UUID contactId,
            @Nullable UUID customerId,
            @Nullable UUID contractId,
            External.Key key,
            @Nullable String query) {}

    @Override
    public String kind() {
        return "activities";
    }

    @Override
    public KeysetQuery select(Asked asked) {
        return list(asked.as(Filter.class));
    }

    @Override
    public ActivityData read(Row row) {
        return ROWS.read(row);
    }

    Uni<Page<ActivityData>> list(Caller caller, Filter filter, PageRequest page) {
        return list(filter).page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    private static KeysetQuery list(Filter filter) {
        return filter.key()
                .in(KeysetQuery.select(ROWS, "activities a"), "a")
                .where("a.owner_id = ?", filter.ownerId())
                .where("a.lead_id = ?", filter.leadId())
                .where("a.deal_id = ?", filter.dealId())
                .where("a.company_id = ?", filter.companyId())
                .where("a.contact_id = ?", filter.contactId())
                .where("a.customer_id = ?", filter.customerId())
                .where("a.contract_id = ?", filter.contractId())
                .search("a.search", filter.query())
                .sortable("due_on", "a.due_key", "timestamptz")
                .sortable("completed_at", "coalesce(a.completed_at, 'infinity')", "timestamptz")
                .sortable("created_at", "a.created_at", "timestamptz")
                .range("created_at", "a.created_at", "timestamptz")
                .range("updated_at", "a.updated_at", "timestamptz")
                .range("due_on", "a.due_on", "date")
                .range("due_at", "a.due_at", "timestamptz")
                .range("completed_at", "a.completed_at", "timestamptz")
                .anyOf("type", "a.type", Stream.of(ActivityType.values()).map(ActivityType::code))
                .anyOf("status", Map.of("open", "a.completed_at is null", "completed", "a.completed_at is not null"))
                .anyOf("due", DUE)
                .changing("a.updated_at")
                .leaving("activities", WITH_OWNERS, REACHED_AS, Ownership.DEALS, Ownership.LEADS);
    }

    /** The activity, or 404. */
    Uni<ActivityDetail> get(Caller caller, UUID id) {
        return tenancy.query(caller, "select " + DETAIL.columns() + " from activities a where a.id = $1", Tuple.of(id))
                .map(DETAIL::one)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    private static <T extends Record> Rows<T> told(Rows<T> rows) {
        return rows.from("status", STATUS).from("dealId", DEAL).from("leadId", LEAD);
    }
}
