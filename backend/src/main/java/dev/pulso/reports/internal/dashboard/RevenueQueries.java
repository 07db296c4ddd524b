package dev.pulso.reports.internal.dashboard;

import dev.pulso.kernel.MonthlyAmount;
import dev.pulso.reports.internal.dashboard.Dashboard.Tally;
import dev.pulso.store.tenancy.Read;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Recurring revenue at the ends of the months, and the contracts that need attention: one statement each. */
@ApplicationScoped
class RevenueQueries {
    static final int ENDING_WITHIN_DAYS = 7;

    /**
     * A span of a contract's revenue becomes a rise at the first step (day of $1) on which it counts and a fall at the first
     * one after it. What is left when rises and falls of a customer at one step are added is the customer's movement
     * there, and their running sum its MRR; steps at which nothing changed cost nothing.
     *
     * <p>$1 the steps, $2 the last of them (today), $3 last month's compared day, $4 what last month started with.
     */
    private static final String MOVEMENTS = """
        with span as materialized (
            select s.customer_id, s.from_on, s.to_on, s.twelfths_of_cents as twelfths,
                   width_bucket(s.from_on - 1, $1::date[]) as first_step, width_bucket(s.to_on, $1::date[]) as gone_step
            from recurring_revenue_spans s
            where s.currency = (select t.currency from tenants t) and s.from_on <= $2
        ), customer as materialized (
            select s.customer_id, min(s.from_on) as first_on, bool_or(s.from_on <= $3 and s.to_on >= $3) as counted_then
            from span s group by s.customer_id
        ), step as (
            select c.customer_id, c.step, sum(c.twelfths)::bigint as change
            from (
                select customer_id, first_step as step, twelfths from span where first_step < gone_step
                union all
                select customer_id, gone_step, -twelfths from span
                where first_step < gone_step and gone_step < cardinality($1::date[])
            ) c
            group by c.customer_id, c.step having sum(c.twelfths) <> 0
        ), movement as (
            select s.step, s.change, f.first_on,
                   sum(s.change) over (partition by s.customer_id order by s.step)::bigint as twelfths
            from step s join customer f on f.customer_id = s.customer_id
        ), kind as (
            select m.step, abs(m.change) as twelfths,
                   case when m.step = 0 then 'start'
                        when m.twelfths = 0 then 'churn'
                        when m.change < 0 then 'contraction'
                        when m.twelfths > m.change then 'expansion'
                        when m.first_on > ($1::date[])[m.step] then 'first'
                        else 'reactivation' end as kind
            from movement m
        )
        select k.step, k.kind, count(*) as customers, sum(k.twelfths)::bigint as twelfths from kind k group by k.step, k.kind
        union all
        select null, null, count(*), 0 from customer c where c.first_on > $4 and c.counted_then\
        """;

    /** $1 today, $2 until when an end is near. */
    private static final String CONTRACTS = """
        select t.currency, (select count(*) from customer_names) as customers, c.*
        from tenants t cross join lateral (
            select count(*) filter (where f.ending) as ending,
                   coalesce(sum(f.twelfths) filter (where f.ending), 0)::bigint as ending_twelfths,
                   count(*) filter (where f.review_due) as reviews_due,
                   coalesce(sum(f.twelfths) filter (where f.review_due), 0)::bigint as reviews_due_twelfths,
                   count(*) filter (where f.counting and f.currency <> t.currency) as in_other_currencies
            from (
                select k.currency, case k.currency when t.currency then k.amount_cents * 12 / k.cycle_months else 0 end as twelfths,
                       k.status in ('active', 'trial') and k.end_on between $1 and $2 as ending,
                       k.status <> 'cancelled' and k.next_review_on <= $1 as review_due,
                       k.paying and k.start_on <= $1 and (k.end_on is null or k.end_on >= $1) as counting
                from contract_facts k
            ) f
        ) c\
        """;

    /** @param newBefore customers that were new in last month's compared days */
    record Movements(List<RevenueSeries.Moved> moved, long newBefore) {}

    Read<Movements> movements(DashboardDays days) {
        Tuple values = Tuple.of(days.steps(), days.today(), days.lastMonthTo(), days.lastMonthBefore());
        return new Read<>(MOVEMENTS, values, RevenueQueries::movements);
    }

    Read<Dashboard.Contracts> contracts(LocalDate today) {
        return new Read<>(
                CONTRACTS,
                Tuple.of(today, today.plusDays(ENDING_WITHIN_DAYS)),
                rows -> contracts(rows.iterator().next()));
    }

    private static Movements movements(RowSet<Row> rows) {
        List<RevenueSeries.Moved> moved = new ArrayList<>();
        long newBefore = 0;
        for (Row row : rows) {
            if (row.getString("kind") == null) {
                newBefore = row.getLong("customers");
            } else {
                moved.add(new RevenueSeries.Moved(
                        row.getInteger("step"),
                        RevenueSeries.Kind.valueOf(row.getString("kind")),
                        row.getLong("customers"),
                        row.getLong("twelfths")));
            }
        }
        return new Movements(moved, newBefore);
    }

    private static Dashboard.Contracts contracts(Row row) {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Dashboard.Contracts(
                currency,
                row.getLong("customers"),
                new Tally(row.getLong("ending"), cents(row.getLong("ending_twelfths"), currency)),
                new Tally(row.getLong("reviews_due"), cents(row.getLong("reviews_due_twelfths"), currency)),
                row.getLong("in_other_currencies"));
    }

    private static long cents(long twelfths, Currency currency) {
        return MonthlyAmount.ofTwelfths(BigInteger.valueOf(twelfths), currency)
                .rounded()
                .cents();
    }
}
