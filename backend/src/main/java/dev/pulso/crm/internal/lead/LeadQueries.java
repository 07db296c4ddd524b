package dev.pulso.crm.internal.lead;

import dev.pulso.kernel.Problem;
import dev.pulso.store.data.External;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Leads with the names of their owners, in one statement each. */
@ApplicationScoped
class LeadQueries {
    /** Of the deal that a lead has become nothing is told when somebody else has it by now. */
    private static final String COLUMNS = """
            l.id, l.name, l.email, l.phone, l.company_name, l.source, l.stage, l.tags, l.owner_id, u.name as owner_name,
            l.bant_score,
            case when exists (select from deals d where d.tenant_id = l.tenant_id and d.id = l.deal_id)
                then l.deal_id end as deal_id, l.created_at, l.updated_at, l.version,\
            """ + External.columns("l");

    private static final String FROM = "leads l left join user_names u on u.id = l.owner_id";

    private final Tenancy tenancy;

    LeadQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    record Filter(
            @Nullable String source,
            @Nullable UUID ownerId,
            @Nullable String tag,
            External.Key key,
            @Nullable String query) {}

    Uni<Page<LeadData>> list(Caller caller, Filter filter, PageRequest page) {
        return filter.key()
                .in(KeysetQuery.select(COLUMNS, FROM, "l.id"), "l")
                .where("l.source = ?", filter.source())
                .where("l.owner_id = ?", filter.ownerId())
                .where("? = any (l.tags)", filter.tag())
                .search("l.search", filter.query())
                .sortable("name", "l.name", "text")
                .sortable("created_at", "l.created_at", "timestamptz")
                .sortable("bant_score", "l.bant_score", "int")
                .range("created_at", "l.created_at", "timestamptz")
                .range("updated_at", "l.updated_at", "timestamptz")
                .anyOf("stage", "l.stage", Stream.of(LeadStage.values()).map(LeadStage::code))
                .changing("l.updated_at")
                .leaving("leads")
                .page(tenancy, caller, page, "-created_at", LeadQueries::data);
    }

    /** The lead, or 404. */
    Uni<LeadDetail> get(Caller caller, UUID id) {
        return tenancy.query(caller, "select " + COLUMNS + ", l.notes from " + FROM + " where l.id = $1", Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound();
                    }
                    Row row = rows.iterator().next();
                    return new LeadDetail(data(row), row.getString("notes"));
                });
    }

    private static LeadData data(Row row) {
        return new LeadData(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("company_name"),
                row.getString("source"),
                LeadStage.of(row.getString("stage")),
                List.of(row.getArrayOfStrings("tags")),
                row.getUUID("owner_id"),
                row.getString("owner_name"),
                row.getInteger("bant_score"),
                row.getUUID("deal_id"),
                External.of(row),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getInteger("version"));
    }
}
