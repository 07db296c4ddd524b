package dev.pulso.portfolio.internal.summary;

import dev.pulso.kernel.BillingCycle;
import dev.pulso.portfolio.ContractStatus;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantCurrency;
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
     * had begun by that day. The two kinds are apart, because nearly all contracts are of the first, which is then one
     * plain scan. It is gone through twice, once for the groups and once for the customers: cheaper than to keep its rows.
     */
    private static final String GROUPS = """
        with counting as not materialized (
            select c.customer_id, c.service_type, c.billing_cycle, c.amount_cents, c.cost_cents
            from contracts c
            where (c.terms_since is null or c.terms_since <= $1)%s
            union all
            select c.customer_id, t.service_type, t.billing_cycle, t.amount_cents, t.cost_cents
            from contracts c cross join lateral (
                select h.amount_cents, h.cost_cents, h.currency, h.service_type, h.billing_cycle, h.status, h.paying
                from contract_changes h
                where h.contract_id = c.id and h.effective_on <= $1
                order by h.effective_on desc, h.id desc limit 1
            ) t
            where c.terms_since > $1%s
        )
        select service_type, billing_cycle, count(*) as contracts, sum(amount_cents)::bigint as amount_cents,
               sum(cost_cents)::bigint as cost_cents,
               (select count(*) from (select from counting group by customer_id) customer) as customers
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
            @Nullable UUID customerId, @Nullable String serviceType, Set<String> statuses, Set<String> billingCycles) {}

    /** @param asOf today in the tenant's zone when null */
    Uni<Summary> sum(Caller caller, @Nullable LocalDate asOf, Filter filter) {
        return currencies
                .of(caller)
                .chain(currency -> days.orToday(caller, asOf).chain(day -> {
                    Tuple values = Tuple.of(day, currency.getCurrencyCode());
                    return tenancy.query(caller, sql(filter, values), values)
                            .map(rows -> PortfolioSum.of(day, currency, groups(rows), customers(rows)));
                }));
    }

    /**
     * Only the conditions that are wanted: a plan that has to serve any of them is twice as slow. With a status the
     * contracts that had it are summed, whether they earn or not.
     */
    private static String sql(Filter filter, Tuple values) {
        String contract = " and c.start_on <= $1" + given(" and c.customer_id = ?", filter.customerId(), values);
        String terms = " and t.currency = $2"
                + given(" and t.service_type = ?", filter.serviceType(), values)
                + anyOf("t.billing_cycle", filter.billingCycles(), values);
        if (filter.statuses().isEmpty()) {
            terms += " and t.paying and (c.end_on is null or c.end_on >= $1)";
        } else {
            terms += anyOf("t.status", filter.statuses(), values);
            // What is cancelled has ended; of the rest only what has not.
            if (!filter.statuses().contains(ContractStatus.cancelled.name())) {
                terms += " and (c.end_on is null or c.end_on >= $1)";
            } else if (filter.statuses().size() > 1) {
                terms += " and ( t.status = 'cancelled' or c.end_on is null or c.end_on >= $1)";
            }
        }
        return GROUPS.formatted(contract + terms.replace(" t.", " c."), contract + terms);
    }

    /** One of them, or nothing when there is none; one alone is a plain comparison. */
    private static String anyOf(String column, Set<String> wanted, Tuple values) {
        return switch (wanted.size()) {
            case 0 -> "";
            case 1 -> given(" and " + column + " = ?", wanted.iterator().next(), values);
            default -> given(" and " + column + " = any(?)", wanted.toArray(String[]::new), values);
        };
    }

    /** The condition with {@code ?} numbered, or nothing when there is no value. */
    private static String given(String condition, @Nullable Object value, Tuple values) {
        if (value == null) {
            return "";
        }
        values.addValue(value);
        return condition.replace("?", "$" + values.size());
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
