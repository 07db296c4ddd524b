package dev.pulso.crm.internal.deal;

import dev.pulso.kernel.Problem;
import dev.pulso.store.data.Rows;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Lines of deals, in one statement each. */
@ApplicationScoped
class LineQueries {
    private static final Rows<LineData> ROWS = Rows.of(LineData.class, "l");

    private static final String OF_DEAL =
            "select " + ROWS.columns() + " from deal_lines l where l.deal_id = $1 order by l.id";

    private static final String ONE = "select " + ROWS.columns() + " from deal_lines l where l.id = $1";

    private static final String TOTALS = """
        select count(*)::int as lines,
               coalesce(sum(l.total_cents) filter (where l.charge = 'one_off'), 0)::bigint as one_off_cents,
               coalesce(sum(l.total_cents * case l.charge when 'monthly' then 12 when 'quarterly' then 4
                                            when 'semiannual' then 2 when 'annual' then 1 else 0 end), 0)::bigint as year_cents
        from deal_lines l where l.deal_id = $1\
        """;

    private final Tenancy tenancy;

    LineQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** All lines of the deal in their order. */
    Uni<List<LineData>> ofDeal(Caller caller, UUID dealId) {
        return tenancy.query(caller, OF_DEAL, Tuple.of(dealId)).map(ROWS::all);
    }

    /** The line, or 404. */
    Uni<LineData> get(Caller caller, UUID id) {
        return tenancy.query(caller, ONE, Tuple.of(id))
                .map(ROWS::one)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    Uni<LineTotals> totals(Caller caller, UUID dealId) {
        return tenancy.query(caller, TOTALS, Tuple.of(dealId)).map(rows -> {
            Row sums = rows.iterator().next();
            return new LineTotals(sums.getInteger("lines"), sums.getLong("one_off_cents"), sums.getLong("year_cents"));
        });
    }
}
