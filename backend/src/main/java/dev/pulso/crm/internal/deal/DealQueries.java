package dev.pulso.crm.internal.deal;

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
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deals with the names of company, contact and owner, in one statement each. */
@ApplicationScoped
public class DealQueries {

    /** Of {@code d} and {@link #NAMES}; read back by {@link #data}. */
    public static final String COLUMNS = """
            d.id, d.title, d.amount_cents, d.currency, d.pipeline_id, d.stage_id, d.position,
            d.company_id, c.name as company_name, d.contact_id, k.name as contact_name, d.owner_id, u.name as owner_name,
            d.expected_close_on, d.status, d.closed_on, d.lead_id, d.customer_id, d.stage_entered_at,
            d.created_at, d.updated_at, d.version,\
            """ + External.columns("d");

    /** To be put behind {@code deals d}. */
    public static final String NAMES = " left join companies c on c.id = d.company_id"
            + " left join contacts k on k.id = d.contact_id left join user_names u on u.id = d.owner_id";

    /** The sort of the board and of its cursors. */
    public static final String BOARD_ORDER = "position";

    private final Tenancy tenancy;

    DealQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    record Filter(
            @Nullable UUID pipelineId,
            @Nullable UUID stageId,
            @Nullable UUID ownerId,
            @Nullable UUID companyId,
            @Nullable UUID contactId,
            External.Key key,
            @Nullable String query) {}

    Uni<Page<DealData>> list(Caller caller, Filter filter, PageRequest page) {
        if (BOARD_ORDER.equals(page.sort()) && filter.stageId() == null) {
            throw Problem.invalid(
                    "sort", "position needs stage_id: cards have an order within their stage only", "stage_id");
        }
        KeysetQuery query = filter.key()
                .in(KeysetQuery.select(COLUMNS, "deals d" + NAMES, "d.id"), "d")
                .where("d.pipeline_id = ?", filter.pipelineId())
                .where("d.stage_id = ?", filter.stageId())
                .where("d.owner_id = ?", filter.ownerId())
                .where("d.company_id = ?", filter.companyId())
                .where("d.contact_id = ?", filter.contactId());
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
                .range("expected_close_on", "d.expected_close_on", "date")
                .range("closed_on", "d.closed_on", "date")
                .anyOf("status", "d.status", Stream.of(DealStatus.values()).map(DealStatus::name))
                .changing("d.updated_at")
                .leaving("deals")
                .page(tenancy, caller, page, "-created_at", DealQueries::data);
    }

    /** The deal, or 404. */
    Uni<DealDetail> get(Caller caller, UUID id) {
        return tenancy.query(
                        caller,
                        "select " + COLUMNS + ", d.lost_reason from deals d" + NAMES + " where d.id = $1",
                        Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound();
                    }
                    Row row = rows.iterator().next();
                    return new DealDetail(data(row), row.getString("lost_reason"));
                });
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

    public static DealData data(Row row) {
        return new DealData(
                row.getUUID("id"),
                row.getString("title"),
                row.getLong("amount_cents"),
                row.getString("currency"),
                row.getUUID("pipeline_id"),
                row.getUUID("stage_id"),
                row.getString("position"),
                row.getUUID("company_id"),
                row.getString("company_name"),
                row.getUUID("contact_id"),
                row.getString("contact_name"),
                row.getUUID("owner_id"),
                row.getString("owner_name"),
                row.getLocalDate("expected_close_on"),
                DealStatus.valueOf(row.getString("status")),
                row.getLocalDate("closed_on"),
                row.getUUID("lead_id"),
                row.getUUID("customer_id"),
                row.getOffsetDateTime("stage_entered_at").toInstant(),
                External.of(row),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getInteger("version"));
    }
}
