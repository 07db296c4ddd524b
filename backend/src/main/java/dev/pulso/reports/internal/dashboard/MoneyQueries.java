package dev.pulso.reports.internal.dashboard;

import dev.pulso.kernel.Ratio;
import dev.pulso.reports.internal.dashboard.Dashboard.Tally;
import dev.pulso.store.tenancy.Read;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** What was invoiced, received and is owed, and what should have been invoiced: one statement each. */
@ApplicationScoped
class MoneyQueries {
    /**
     * Payments have the currency of their invoice. All are added up from an index, and those of invoices in another
     * currency, of which there are few or none, are taken off again.
     *
     * <p>What was overdue at the end of a past day is what is open now of invoices that were issued and due by then, and
     * what has been paid of such since, and those cancelled since. So only what happened since is read.
     *
     * <p>$1 first day of the first month, $2 today, $3 and $4 last month's compared days, $5 its last day, $6 the instant at
     * which that ended.
     */
    private static final String MONEY = """
        with ours as materialized (
            select t.currency from tenants t
        ), other as materialized (
            select i.id from invoice_facts i
            where i.status in ('issued', 'paid')
              and (i.currency < (select o.currency from ours o) or i.currency > (select o.currency from ours o))
        ), paid as (
            select p.paid_on, sum(p.amount_cents) as cents from payment_facts p where p.paid_on between $1 and $2 group by p.paid_on
            union all
            select p.paid_on, -p.amount_cents from other o join payment_facts p on p.invoice_id = o.id
            where p.paid_on between $1 and $2
        )
        select 'received' as figure, date_trunc('month', p.paid_on)::date as month, sum(p.cents)::bigint as cents, 0::bigint as count
        from paid p group by 2
        union all
        select 'received before', null, coalesce(sum(p.cents), 0)::bigint, 0 from paid p where p.paid_on between $3 and $4
        union all
        select 'invoiced', date_trunc('month', d.issued_on)::date, sum(d.cents)::bigint, 0
        from (
            select i.issued_on, sum(i.total_cents) as cents from invoice_facts i
            where i.status in ('issued', 'paid') and i.currency = (select o.currency from ours o) and i.issued_on between $1 and $2
            group by i.issued_on
        ) d group by 2
        union all
        select 'overdue', null,
               coalesce(sum(i.total_cents - i.paid_cents) filter (where i.currency = (select o.currency from ours o)), 0)::bigint, count(*)
        from invoice_facts i where i.status = 'issued' and i.due_on < $2
        union all
        select 'overdue before', null, coalesce(sum(o.cents), 0)::bigint, 0
        from (
            select i.total_cents - i.paid_cents as cents from invoice_facts i
            where i.status = 'issued' and i.due_on < $5 and i.issued_on <= $5 and i.currency = (select o.currency from ours o)
            union all
            select p.amount_cents from payment_facts p join invoice_facts i on i.id = p.invoice_id
            where p.paid_on > $5 and i.due_on < $5 and i.issued_on <= $5 and i.currency = (select o.currency from ours o)
            union all
            select i.total_cents from invoice_facts i
            where i.status = 'cancelled' and i.issued_on is not null and i.cancelled_at >= $6
              and i.due_on < $5 and i.issued_on <= $5 and i.currency = (select o.currency from ours o)
        ) o
        union all
        select 'other currencies', null, 0, count(*) from other\
        """;

    /**
     * $1 today. Periods do not overlap, so only the latest that has begun can contain the day.
     *
     * <p>Nor one whose last period ended yesterday: after a change of cycle the next begins today, and the run is at work.
     *
     * <p>NOT IN is answered from a hash table, whatever the planner expects. As NOT EXISTS it became a nested loop of all
     * contracts with all of today's invoices, of which statistics from before an invoice run know none.
     */
    private static final String UNBILLED = """
        select count(*) as contracts,
               coalesce(sum(c.amount_cents * 12 / c.cycle_months) filter (where c.currency = t.currency), 0)::bigint as twelfths
        from tenants t cross join contract_facts c
        where c.status = 'active' and c.amount_cents > 0 and c.start_on < $1 and (c.end_on is null or c.end_on >= $1)
          and billing_period_start(c.start_on, c.cycle_months, billing_period_index(c.start_on, c.cycle_months, $1)) < $1
          and c.id not in (
              select i.contract_id from invoice_facts i
              where i.contract_id is not null and i.period_start <= $1 and i.period_end >= $1::date - 1
                and i.status <> 'cancelled'
          )\
        """;

    private static final Tally NOTHING = new Tally(0, 0);

    Read<Dashboard.Money> money(DashboardDays days, ZoneId zone) {
        Tuple values = Tuple.of(
                days.firstMonth(), days.today(), days.lastMonthStart(), days.lastMonthTo(), days.lastMonthEnd());
        values.addOffsetDateTime(
                days.monthStart().atStartOfDay(zone).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC));
        return new Read<>(MONEY, values, rows -> money(rows, days));
    }

    Read<Tally> unbilled(LocalDate today) {
        return new Read<>(UNBILLED, Tuple.of(today), rows -> {
            Row row = rows.iterator().next();
            return new Tally(
                    row.getLong("contracts"),
                    Ratio.of(row.getLong("twelfths"), 12).roundHalfUp());
        });
    }

    private static Dashboard.Money money(RowSet<Row> rows, DashboardDays days) {
        Map<LocalDate, Long> received = new HashMap<>();
        Map<LocalDate, Long> invoiced = new HashMap<>();
        Map<String, Tally> figures = new HashMap<>();
        for (Row row : rows) {
            String figure = row.getString("figure");
            LocalDate month = row.getLocalDate("month");
            long cents = row.getLong("cents");
            if (month == null) {
                figures.put(figure, new Tally(row.getLong("count"), cents));
            } else {
                (figure.equals("received") ? received : invoiced).put(month, cents);
            }
        }
        Tally overdue = figures.getOrDefault("overdue", NOTHING);
        return new Dashboard.Money(
                received,
                invoiced,
                new Change(
                        received.getOrDefault(days.monthStart(), 0L),
                        figures.getOrDefault("received before", NOTHING).cents()),
                new Change(
                        overdue.cents(),
                        figures.getOrDefault("overdue before", NOTHING).cents()),
                overdue.count(),
                figures.getOrDefault("other currencies", NOTHING).count());
    }
}
