package dev.pulso.reports.internal.dashboard;

import dev.pulso.kernel.Ratio;
import dev.pulso.store.tenancy.Read;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The open pipeline now and at the end of last month, and what came in and was closed, in one statement. */
@ApplicationScoped
class SalesQueries {
    /**
     * The pipeline of last month is that of now, without the deals that have changed since as they are now, with them as
     * they were then; so only those are looked up. Weighted sums are in hundredths of a cent.
     *
     * <p>$1 the instant this month began, $2 tomorrow, $3 last month's beginning, $4 the end of its compared days; then the
     * same as days, inclusive: $5 to $8.
     */
    private static final String SALES = """
        with ours as materialized (
            select t.currency from tenants t
        ), pipeline as (
            select count(*) as deals, count(*) filter (where d.currency <> (select o.currency from ours o)) as other,
                   coalesce(sum(d.amount_cents * d.probability) filter (where d.currency = (select o.currency from ours o)), 0)
                       as weighted
            from deal_facts d where d.status = 'open'
        ), changed as (
            select coalesce(sum(d.amount_cents * d.probability) filter (
                       where d.status = 'open' and d.currency = (select o.currency from ours o)), 0) as weighted_now,
                   coalesce(sum(past.amount_cents * past.probability) filter (
                       where past.status = 'open' and past.currency = (select o.currency from ours o)), 0) as weighted_then,
                   count(*) filter (where d.created_at < $1 and past.status is null) as unknown
            from (select distinct h.deal_id from deal_history h where h.at >= $1) c
            join deal_facts d on d.id = c.deal_id
            left join lateral (
                select h.status, h.amount_cents, h.currency, h.probability from deal_history h
                where h.deal_id = c.deal_id and h.at < $1 order by h.at desc, h.id desc limit 1
            ) past on true
        ), lead as (
            select count(*) filter (where l.created_at >= $1) as now,
                   count(*) filter (where l.created_at < $4) as before
            from lead_facts l where l.created_at >= $3 and l.created_at < $2
        ), converted as (
            select count(*) filter (where d.created_at >= $1) as now,
                   count(*) filter (where d.created_at < $4) as before
            from deal_facts d where d.lead_id is not null and d.created_at >= $3 and d.created_at < $2
        ), closed as (
            select d.status, d.closed_on >= $5 as now, count(*) as deals,
                   coalesce(sum(d.amount_cents) filter (where d.currency = (select o.currency from ours o)), 0)::bigint as cents
            from deal_facts d
            where d.status <> 'open' and (d.closed_on between $5 and $6 or d.closed_on between $7 and $8)
            group by 1, 2
        )
        select p.deals, p.other, p.weighted::bigint, c.unknown,
               (p.weighted - c.weighted_now + c.weighted_then)::bigint as weighted_before,
               l.now as leads, l.before as leads_before, v.now as converted, v.before as converted_before, f.*
        from pipeline p, changed c, lead l, converted v, (
            select coalesce(sum(deals) filter (where status = 'won' and now), 0)::bigint as won,
                   coalesce(sum(deals) filter (where status = 'won' and not now), 0)::bigint as won_before,
                   coalesce(sum(cents) filter (where status = 'won' and now), 0)::bigint as won_cents,
                   coalesce(sum(cents) filter (where status = 'won' and not now), 0)::bigint as won_cents_before,
                   coalesce(sum(deals) filter (where status = 'lost' and now), 0)::bigint as lost,
                   coalesce(sum(deals) filter (where status = 'lost' and not now), 0)::bigint as lost_before
            from closed
        ) f\
        """;

    Read<Dashboard.Sales> sales(DashboardDays days, ZoneId zone) {
        Tuple values = Tuple.of(
                start(days.monthStart(), zone),
                start(days.today().plusDays(1), zone),
                start(days.lastMonthStart(), zone),
                start(days.lastMonthTo().plusDays(1), zone));
        values.addLocalDate(days.monthStart())
                .addLocalDate(days.today())
                .addLocalDate(days.lastMonthStart())
                .addLocalDate(days.lastMonthTo());
        return new Read<>(SALES, values, rows -> sales(rows.iterator().next()));
    }

    private static OffsetDateTime start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static Dashboard.Sales sales(Row row) {
        boolean known = row.getLong("unknown") == 0;
        return new Dashboard.Sales(
                new Change(cents(row.getLong("weighted")), known ? cents(row.getLong("weighted_before")) : null),
                change(row, "leads"),
                change(row, "converted"),
                change(row, "won"),
                change(row, "won_cents"),
                change(row, "lost"),
                row.getLong("deals"),
                row.getLong("other"));
    }

    private static Change change(Row row, String figure) {
        return new Change(row.getLong(figure), row.getLong(figure + "_before"));
    }

    private static long cents(long hundredths) {
        return Ratio.of(hundredths, 100).roundHalfUp();
    }
}
