package dev.pulso.portfolio.internal.summary;

import dev.pulso.platform.kernel.BillingCycle;
import dev.pulso.platform.tenancy.Caller;
import dev.pulso.platform.tenancy.Tenancy;
import dev.pulso.platform.tenancy.TenantCurrency;
import dev.pulso.platform.tenancy.TenantDay;
import dev.pulso.portfolio.ContractStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The portfolio as figures. The database adds up per service type and cycle, in whole cents; the fractions are added
 * here, so that nothing is rounded before the end.
 *
 * <p>Only contracts in the tenant's currency are summed: two currencies have no sum.
 */
@ApplicationScoped
class SummaryQueries {
    /**
     * The terms of a contract on a day are those it has now, unless it has changed since: then they are the latest that
     * had begun by that day. With a status ($5) the contracts that had it are summed, whether they earn or not.
     */
    private static final String GROUPS = """
        with terms as (
            select c.customer_id, c.service_type, c.end_on,
                   coalesce(f.amount_cents, c.amount_cents) as amount_cents,
                   coalesce(f.cost_cents, c.cost_cents) as cost_cents,
                   coalesce(f.billing_cycle, c.billing_cycle) as billing_cycle,
                   coalesce(f.status, c.status) as status,
                   coalesce(f.paying, c.paying) as paying
            from contracts c left join lateral (
                select h.amount_cents, h.cost_cents, h.billing_cycle, h.status, h.paying
                from contract_changes h
                where c.terms_since > $1 and h.contract_id = c.id and h.effective_on <= $1
                order by h.effective_on desc, h.id desc limit 1
            ) f on true
            where c.start_on <= $1 and c.currency = $2
              and ($3::uuid is null or c.customer_id = $3)
              and ($4::text is null or c.service_type = $4)
        ), counting as materialized (
            select t.* from terms t
            where ($6::text is null or t.billing_cycle = $6)
              and case when $5::text is null then t.paying and (t.end_on is null or t.end_on >= $1)
                       else t.status = $5 and (t.status = 'cancelled' or t.end_on is null or t.end_on >= $1) end
        )
        select service_type, billing_cycle, count(*) as contracts, sum(amount_cents)::bigint as amount_cents,
               sum(cost_cents)::bigint as cost_cents,
               (select count(distinct customer_id) from counting) as customers
        from counting group by service_type, billing_cycle\
        """;

    private final Tenancy tenancy;
    private final TenantDay days;
    private final TenantCurrency currencies;

    SummaryQueries(Tenancy tenancy, TenantDay days, TenantCurrency currencies) {
        this.tenancy = tenancy;
        this.days = days;
        this.currencies = currencies;
    }

    record Filter(
            @Nullable UUID customerId,
            @Nullable String serviceType,
            @Nullable ContractStatus status,
            @Nullable String billingCycle) {}

    /** @param asOf today in the tenant's zone when null */
    Uni<Summary> sum(Caller caller, @Nullable LocalDate asOf, Filter filter) {
        return currencies
                .of(caller)
                .chain(currency -> days.orToday(caller, asOf).chain(day -> {
                    Tuple values = Tuple.of(
                            day,
                            currency.getCurrencyCode(),
                            filter.customerId(),
                            filter.serviceType(),
                            filter.status() == null ? null : filter.status().name(),
                            filter.billingCycle());
                    return tenancy.query(caller, GROUPS, values)
                            .map(rows -> PortfolioSum.of(day, currency, groups(rows), customers(rows)));
                }));
    }

    private static List<PortfolioSum.Group> groups(RowSet<Row> rows) {
        List<PortfolioSum.Group> groups = new ArrayList<>();
        for (Row row : rows) {
            groups.add(new PortfolioSum.Group(
                    row.getString("service_type"),
                    BillingCycle.of(row.getString("billing_cycle")),
                    row.getLong("contracts"),
                    row.getLong("amount_cents"),
                    row.getLong("cost_cents")));
        }
        return groups;
    }

    private static long customers(RowSet<Row> rows) {
        for (Row row : rows) {
            return row.getLong("customers");
        }
        return 0;
    }
}
