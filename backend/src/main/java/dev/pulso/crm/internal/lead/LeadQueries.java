package dev.pulso.crm.internal.lead;

import dev.pulso.kernel.Problem;
import dev.pulso.store.data.External;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.Rows;
import dev.pulso.store.merge.Merges;
import dev.pulso.store.question.Asked;
import dev.pulso.store.question.ListSource;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Leads, in one statement each. */
@ApplicationScoped
class LeadQueries implements ListSource<LeadData> {
    /** Of the deal that a lead has become nothing is told when somebody else has it by now. */
    private static final String DEAL = "case when exists (select from deals d where d.tenant_id = l.tenant_id"
            + " and d.id = l.deal_id) then l.deal_id end";

    /** By the key of the name, as the tag is kept: an index finds who has it. */
    private static final String TAGGED = "l.id in (select t.record_id from record_tags t where t.kind = 'lead'"
            + " and t.tag_id = (select id from tags where name_key = name_key(?)))";

    private static final Rows<LeadData> ROWS = told(Rows.of(LeadData.class, "l"));
    private static final Rows<LeadDetail> DETAIL = told(Rows.of(LeadDetail.class, "l"));

    private final Tenancy tenancy;
    private final Merges merges;

    LeadQueries(Tenancy tenancy, Merges merges) {
        this.tenancy = tenancy;
        this.merges = merges;
    }

    @RegisterForReflection
    record Filter(
            @Nullable String source,
            @Nullable UUID ownerId,
            @Nullable String tag,
            External.Key key,
            @Nullable String query) {}

    @Override
    public String kind() {
        return "leads";
    }

    @Override
    public KeysetQuery select(Asked asked) {
        return list(asked.as(Filter.class));
    }

    @Override
    public LeadData read(Row row) {
        return ROWS.read(row);
    }

    Uni<Page<LeadData>> list(Caller caller, Filter filter, PageRequest page) {
        return list(filter).page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    private static KeysetQuery list(Filter filter) {
        return filter.key()
                .in(KeysetQuery.select(ROWS, "leads l"), "l")
                .where("l.source = ?", filter.source())
                .where("l.owner_id = ?", filter.ownerId())
                .where(TAGGED, filter.tag())
                .search("l.search", filter.query())
                .sortable("name", "l.name", "text")
                .sortable("created_at", "l.created_at", "timestamptz")
                .sortable("bant_score", "l.bant_score", "int")
                .sortable("score", "l.score", "int")
                .range("created_at", "l.created_at", "timestamptz")
                .range("updated_at", "l.updated_at", "timestamptz")
                .range("score", "l.score", "bigint")
                .anyOf("stage", "l.stage", Stream.of(LeadStage.values()).map(LeadStage::code))
                .changing("l.updated_at")
                .custom("leads")
                .leaving("leads");
    }

    /** The lead, or 404. */
    Uni<LeadDetail> get(Caller caller, UUID id) {
        return tenancy.query(caller, "select " + DETAIL.columns() + " from leads l where l.id = $1", Tuple.of(id))
                .map(DETAIL::one)
                .chain(found -> found != null
                        ? Uni.createFrom().item(found)
                        : merges.winnerOf(caller, "lead", id).chain(kept -> {
                            if (kept == null) {
                                throw Problem.notFound();
                            }
                            return get(caller, kept);
                        }));
    }

    private static <T extends Record> Rows<T> told(Rows<T> rows) {
        return rows.from("dealId", DEAL)
                .from("sourceDetails", "l.source_details")
                .with("sourceDetails", row -> SourceDetails.read(row.getString("source_details")));
    }
}
