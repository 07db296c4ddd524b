package dev.pulso.reports.internal.dashboard;

import dev.pulso.kernel.Cursor;
import dev.pulso.kernel.Ratio;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The records behind the figures that no other list can show: one statement per page. */
@ApplicationScoped
class DashboardRows {
    /**
     * $1 and $2 the days that are compared, $3 kinds or null, $4 and $5 the key of the last row before this page, $6 rows.
     * A kind is what {@link RevenueQueries} counts it as.
     */
    private static final String MOVEMENTS = """
        select m.*, n.name as customer_name, m.after - m.before as change
        from (
            select c.*, case when c.after = 0 then 'churn'
                             when c.after < c.before then 'contraction'
                             when c.before > 0 then 'expansion'
                             when c.first_on > $1 then 'first'
                             else 'reactivation' end as kind
            from (
                select s.customer_id, min(s.from_on) as first_on,
                       coalesce(sum(s.twelfths_of_cents) filter (where s.from_on <= $1 and s.to_on >= $1), 0)::bigint as before,
                       coalesce(sum(s.twelfths_of_cents) filter (where s.to_on >= $2), 0)::bigint as after
                from recurring_revenue_spans s
                where s.from_on <= $2 and s.currency = (select t.currency from tenants t)
                group by s.customer_id
            ) c
            where c.before <> c.after
        ) m join customer_names n on n.id = m.customer_id
        where ($3::text[] is null or m.kind = any($3))
          and ($4::bigint is null or (abs(m.after - m.before), m.customer_id) < ($4, $5::uuid))
        order by abs(m.after - m.before) desc, m.customer_id desc limit $6\
        """;

    /** $1 today, $2 and $3 the key of the last row before this page, $4 rows. As {@link MoneyQueries} counts them. */
    private static final String NOT_BILLED = """
        select c.id, c.title, c.customer_id, n.name as customer_name, c.amount_cents, c.currency, p.period_start
        from contract_facts c
        cross join lateral (
            select greatest(
                billing_period_start(c.start_on, c.cycle_months, billing_period_index(c.start_on, c.cycle_months, $1)),
                (select max(i.period_end) + 1 from invoice_facts i where i.contract_id = c.id and i.period_end < $1 and i.status <> 'cancelled')
            ) as period_start
        ) p
        join customer_names n on n.id = c.customer_id
        where c.status = 'active' and c.amount_cents > 0 and c.start_on < $1 and (c.end_on is null or c.end_on >= $1)
          and p.period_start < $1
          and not exists (
              select from invoice_facts i
              where i.contract_id = c.id and i.period_start <= $1 and i.period_end >= $1 and i.status <> 'cancelled'
          )
          and ($2::date is null or (p.period_start, c.id) > ($2, $3::uuid))
        order by p.period_start, c.id limit $4\
        """;

    private final Tenancy tenancy;
    private final TenantDay days;

    DashboardRows(Tenancy tenancy, TenantDay days) {
        this.tenancy = tenancy;
        this.days = days;
    }

    /** Cents a month, rounded for show. */
    record Movement(
            UUID customerId,
            String customerName,
            RevenueSeries.Kind kind,
            long beforeCents,
            long afterCents,
            long changeCents) {}

    record NotBilled(
            UUID contractId,
            String title,
            UUID customerId,
            String customerName,
            LocalDate periodStart,
            long amountCents,
            String currency) {}

    /**
     * @param month any day of it; this month when null
     * @param kinds all when empty
     */
    Uni<Page<Movement>> movements(
            Caller caller, @Nullable LocalDate month, Set<RevenueSeries.Kind> kinds, PageRequest page) {
        return days.today(caller).chain(today -> {
            LocalDate first = (month == null ? today : month).withDayOfMonth(1);
            LocalDate last = first.plusMonths(1).minusDays(1);
            boolean current = first.equals(today.withDayOfMonth(1));
            Cursor after = Cursor.decode(page.cursor(), "-change", 2);
            Tuple values = Tuple.of(
                    first.minusDays(1),
                    current ? today : last,
                    kinds.isEmpty() ? null : kinds.stream().map(Enum::name).toArray(String[]::new),
                    after == null ? null : after.number(0),
                    after == null ? null : after.uuid(1),
                    page.limit() + 1);
            return tenancy.query(caller, MOVEMENTS, values)
                    .map(rows -> page(
                            rows,
                            page.limit(),
                            DashboardRows::movement,
                            row -> Cursor.encode(
                                    "-change", Math.abs(row.getLong("change")), row.getUUID("customer_id"))));
        });
    }

    Uni<Page<NotBilled>> notBilled(Caller caller, PageRequest page) {
        return days.today(caller).chain(today -> {
            Cursor after = Cursor.decode(page.cursor(), "period_start", 2);
            Tuple values = Tuple.of(
                    today,
                    after == null ? null : after.date(0),
                    after == null ? null : after.uuid(1),
                    page.limit() + 1);
            return tenancy.query(caller, NOT_BILLED, values)
                    .map(rows -> page(
                            rows,
                            page.limit(),
                            DashboardRows::notBilled,
                            row -> Cursor.encode("period_start", row.getLocalDate("period_start"), row.getUUID("id"))));
        });
    }

    private static <T> Page<T> page(
            RowSet<Row> rows, int limit, Function<Row, T> mapper, Function<Row, String> cursor) {
        List<T> data = new ArrayList<>();
        Row last = null;
        for (Row row : rows) {
            if (data.size() == limit && last != null) {
                return new Page<>(data, cursor.apply(last));
            }
            data.add(mapper.apply(row));
            last = row;
        }
        return new Page<>(data, null);
    }

    private static Movement movement(Row row) {
        return new Movement(
                row.getUUID("customer_id"),
                row.getString("customer_name"),
                RevenueSeries.Kind.valueOf(row.getString("kind")),
                cents(row.getLong("before")),
                cents(row.getLong("after")),
                cents(row.getLong("change")));
    }

    private static long cents(long twelfths) {
        return Ratio.of(twelfths, 12).roundHalfUp();
    }

    private static NotBilled notBilled(Row row) {
        return new NotBilled(
                row.getUUID("id"),
                row.getString("title"),
                row.getUUID("customer_id"),
                row.getString("customer_name"),
                row.getLocalDate("period_start"),
                row.getLong("amount_cents"),
                row.getString("currency"));
    }
}
