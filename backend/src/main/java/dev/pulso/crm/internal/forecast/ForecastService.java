package dev.pulso.crm.internal.forecast;

import dev.pulso.crm.internal.forecast.Forecast.Figures;
import dev.pulso.crm.internal.forecast.Forecast.Sum;
import dev.pulso.kernel.Problem;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantCurrency;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What will be sold: the database adds up, in one statement; row-level security leaves out what is out of reach. */
@ApplicationScoped
class ForecastService {
    private static final int USUAL_MONTHS = 2;
    private static final int MOST_MONTHS = 23;

    /** From here on an open deal counts as sure. */
    private static final int SURE_PERCENT = 90;

    /** A stage that nobody has given a probability weighs nothing: it is 0, and never nothing at all. */
    private static final String SUMS = """
        select f.month, f.owner_id, f.currency,
               coalesce(sum(f.amount_cents) filter (where f.status = 'won'), 0)::bigint as won_cents,
               coalesce(sum(f.amount_cents) filter (where f.status = 'open' and f.probability >= $5), 0)::bigint as sure_cents,
               coalesce(sum(f.amount_cents * f.probability) filter (where f.status = 'open'), 0)::bigint as weighted_hundredths,
               coalesce(sum(f.amount_cents) filter (where f.status = 'open'), 0)::bigint as open_cents,
               count(*) filter (where f.status = 'won') as won_count,
               count(*) filter (where f.status = 'open') as open_count,
               count(*) filter (where f.status = 'open' and f.expected_close_on < $3) as late_count
        from (
            select d.owner_id, d.currency, d.amount_cents, d.status, d.expected_close_on, s.probability,
                   case when d.status = 'won' then date_trunc('month', d.closed_on)::date
                        when d.expected_close_on is not null
                            then greatest(date_trunc('month', d.expected_close_on)::date, $4::date) end as month
            from deals d join stages s on s.tenant_id = d.tenant_id and s.id = d.stage_id
            where (d.status = 'open' or (d.status = 'won' and d.closed_on >= $1 and d.closed_on < $2::date + interval '1 month'))%s
        ) f
        where f.month is null or f.month between $1 and $2
        group by f.month, f.owner_id, f.currency
        order by f.month, f.owner_id, f.currency\
        """;

    private final Tenancy tenancy;
    private final TenantDay days;
    private final TenantCurrency currencies;

    ForecastService(Tenancy tenancy, TenantDay days, TenantCurrency currencies) {
        this.tenancy = tenancy;
        this.days = days;
        this.currencies = currencies;
    }

    /** Narrows the deals that count; null where nothing is asked. */
    record Filter(@Nullable UUID pipelineId, @Nullable UUID ownerId) {}

    Uni<Forecast> forecast(Caller caller, @Nullable LocalDate from, @Nullable LocalDate to, Filter filter) {
        return days.today(caller).chain(today -> {
            LocalDate first = firstOf(from == null ? today : from);
            LocalDate last = firstOf(to == null ? first.plusMonths(USUAL_MONTHS) : to);
            long months = ChronoUnit.MONTHS.between(first, last);
            if (months < 0 || months > MOST_MONTHS) {
                throw Problem.invalid("to", "must be in the month of from, or up to 23 months after it", "range");
            }
            return currencies
                    .of(caller)
                    .map(Currency::getCurrencyCode)
                    .chain(currency -> sums(caller, first, last, today, filter)
                            .map(sums -> Forecast.of(currency, first, last, sums)));
        });
    }

    /** An open deal whose day has passed can only be won now or later: it counts in the present month. */
    private Uni<List<Sum>> sums(Caller caller, LocalDate first, LocalDate last, LocalDate today, Filter filter) {
        Tuple values = Tuple.tuple()
                .addLocalDate(first)
                .addLocalDate(last)
                .addLocalDate(today)
                .addLocalDate(firstOf(today))
                .addInteger(SURE_PERCENT);
        StringBuilder conditions = new StringBuilder();
        narrow(conditions, values, "d.pipeline_id", filter.pipelineId());
        narrow(conditions, values, "d.owner_id", filter.ownerId());
        return tenancy.query(caller, SUMS.formatted(conditions), values).map(rows -> {
            List<Sum> sums = new ArrayList<>();
            rows.forEach(row -> sums.add(sum(row)));
            return sums;
        });
    }

    private static void narrow(StringBuilder conditions, Tuple values, String column, @Nullable UUID id) {
        if (id != null) {
            values.addUUID(id);
            conditions.append(" and ").append(column).append(" = $").append(values.size());
        }
    }

    private static Sum sum(Row row) {
        return new Sum(
                row.getLocalDate("month"),
                row.getUUID("owner_id"),
                row.getString("currency"),
                new Figures(
                        row.getLong("won_cents"),
                        row.getLong("sure_cents"),
                        row.getLong("weighted_hundredths"),
                        row.getLong("open_cents"),
                        row.getLong("won_count"),
                        row.getLong("open_count"),
                        row.getLong("late_count")));
    }

    private static LocalDate firstOf(LocalDate day) {
        return YearMonth.from(day).atDay(1);
    }
}
