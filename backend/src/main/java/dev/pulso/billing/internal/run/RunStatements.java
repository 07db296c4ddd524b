package dev.pulso.billing.internal.run;

import dev.pulso.billing.InvoiceIssued;
import dev.pulso.billing.internal.numbering.InvoiceNumbers;
import dev.pulso.store.outbox.NewEvent;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The invoice run's statements: a constant number per batch, whatever its size. Drafts and numbers are two transactions,
 * so that the counter is locked only while a batch is numbered, and the keys of contract and period make every one of
 * them safe to repeat.
 */
@ApplicationScoped
class RunStatements {
    private static final String DAYS = """
        select app_now() as began_at, d.on_date, d.run_at
        from (select) as always left join invoice_run_days d on true\
        """;
    private static final String REMEMBER_DAY = """
        insert into invoice_run_days (tenant_id, on_date, run_at) values ($1, $2, $3)
        on conflict (tenant_id, on_date) do update set run_at = greatest(invoice_run_days.run_at, excluded.run_at)\
        """;

    // Periods do not overlap, so only the latest that begins by the day can contain it.
    private static final String BILLED = """
        select c.id, latest.period_end, latest.counted_from, latest.created_at, coalesce(covering.period_end >= $2, false) as covers_day
        from unnest($1::uuid[]) as c(id)
        cross join lateral (
            select i.period_end, i.counted_from, i.created_at from invoices i
            where i.contract_id = c.id and i.period_start is not null
            order by i.period_start desc limit 1
        ) latest
        left join lateral (
            select i.period_end from invoices i
            where i.contract_id = c.id and i.period_start <= $2
            order by i.period_start desc limit 1
        ) covering on true\
        """;

    // What overlaps a billed period is left out (invoices_periods_apart), also when two runs are at it at once with
    // different
    // ideas of the contract. Ordered, so that two runs wait for each other instead of dead-locking.
    private static final String INSERT_DRAFTS = """
        with draft as materialized (
            select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::date[],
                                 $9::date[], $10::date[], $11::text[], $12::bigint[], $13::date[], $14::text[], $15::text[],
                                 $16::text[])
                with ordinality as d(id, item_id, contract_id, customer_id, customer_name, customer_tax_id, period_start,
                                     period_end, counted_from, currency, total_cents, due_on, description, kind, unit_price, place)
        ), inserted as (
            insert into invoices (tenant_id, id, origin, customer_id, customer_name, customer_tax_id, contract_id,
                                  period_start, period_end, counted_from, currency, total_cents, due_on)
            select $1::uuid, d.id, 'run', d.customer_id, d.customer_name, d.customer_tax_id, d.contract_id,
                   d.period_start, d.period_end, d.counted_from, d.currency, d.total_cents, d.due_on
            from draft d
            order by d.place
            on conflict do nothing
            returning id
        )
        insert into invoice_items (tenant_id, id, invoice_id, position, description, kind, quantity, unit_price, unit_cents, total_cents)
        select $1::uuid, d.item_id, d.id, 0, d.description, d.kind, 1, d.unit_price::numeric, d.total_cents, d.total_cents
        from inserted join draft d using (id)\
        """;

    private static final String HAS_DRAFTS =
            "select exists (select from invoices where status = 'draft' and origin = 'run')";
    private static final String ISSUE = """
        with draft as materialized (
            select i.id, i.customer_id from invoices i
            where i.status = 'draft' and i.origin = 'run'
            order by i.id limit $1 for no key update
        ), issued as (
            update invoices i
            set number = n.number, customer_name = n.name, customer_tax_id = n.tax_id, status = 'issued', issued_on = $3, due_on = greatest(i.due_on, $3),
                version = i.version + 1, updated_at = app_now()
            from (select d.id, p.name, p.tax_id, $2::bigint + row_number() over (order by d.id) as number
                  from draft d join customer_parties p on p.id = d.customer_id) n
            where i.tenant_id = $4 and i.id = n.id
            returning i.id, i.number, i.customer_id, i.contract_id, i.total_cents, i.currency, i.issued_on, i.due_on
        )
        select * from issued order by number\
        """;

    private final Tenancy tenancy;
    private final Outbox outbox;
    private final InvoiceNumbers numbers;

    RunStatements(Tenancy tenancy, Outbox outbox, InvoiceNumbers numbers) {
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.numbers = numbers;
    }

    /** The database's time at the beginning of a run, and what earlier runs have been through. */
    record Past(Instant beganAt, NavigableMap<LocalDate, Instant> days) {}

    Uni<Past> past(Caller caller) {
        return tenancy.query(caller, DAYS, Tuple.tuple()).map(rows -> {
            NavigableMap<LocalDate, Instant> days = new TreeMap<>();
            Instant beganAt = Instant.EPOCH;
            for (Row row : rows) {
                beganAt = row.getOffsetDateTime("began_at").toInstant();
                if (row.getLocalDate("on_date") != null) {
                    days.put(
                            row.getLocalDate("on_date"),
                            row.getOffsetDateTime("run_at").toInstant());
                }
            }
            return new Past(beganAt, days);
        });
    }

    /** Says that every contract of the day has been looked at. */
    Uni<Void> remember(Caller caller, LocalDate on, Instant beganAt) {
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery(REMEMBER_DAY)
                        .execute(Tuple.of(caller.tenantId(), on, beganAt.atOffset(java.time.ZoneOffset.UTC)))
                        .replaceWithVoid());
    }

    /** What the run has billed of each contract; nothing of those it has not. */
    Uni<Map<UUID, DuePeriods.Billed>> billed(Caller caller, List<UUID> contracts, LocalDate on) {
        return tenancy.query(caller, BILLED, Tuple.of(contracts.toArray(UUID[]::new), on))
                .map(rows -> {
                    Map<UUID, DuePeriods.Billed> billed = new HashMap<>();
                    rows.forEach(row -> billed.put(
                            row.getUUID("id"),
                            new DuePeriods.Billed(
                                    row.getLocalDate("period_end"),
                                    row.getLocalDate("counted_from"),
                                    row.getOffsetDateTime("created_at").toInstant(),
                                    row.getBoolean("covers_day"))));
                    return billed;
                });
    }

    /** Inserts the drafts whose periods have no invoice yet, with their items; answers how many. */
    Uni<Integer> insert(Caller caller, List<RunDraft> drafts) {
        Tuple values = Tuple.tuple().addUUID(caller.tenantId());
        add(values, drafts, RunDraft::id, UUID[]::new);
        add(values, drafts, RunDraft::itemId, UUID[]::new);
        add(values, drafts, RunDraft::contractId, UUID[]::new);
        add(values, drafts, RunDraft::customerId, UUID[]::new);
        add(values, drafts, RunDraft::customerName, String[]::new);
        add(values, drafts, RunDraft::customerTaxId, String[]::new);
        add(values, drafts, draft -> draft.period().start(), LocalDate[]::new);
        add(values, drafts, draft -> draft.period().end(), LocalDate[]::new);
        add(values, drafts, RunDraft::countedFrom, LocalDate[]::new);
        add(values, drafts, RunDraft::currency, String[]::new);
        add(values, drafts, RunDraft::totalCents, Long[]::new);
        add(values, drafts, RunDraft::dueOn, LocalDate[]::new);
        add(values, drafts, RunDraft::description, String[]::new);
        add(values, drafts, draft -> draft.kind().name(), String[]::new);
        add(values, drafts, RunDraft::unitPrice, String[]::new);
        return tenancy.sql(
                caller,
                connection ->
                        connection.preparedQuery(INSERT_DRAFTS).execute(values).map(rows -> rows.rowCount()));
    }

    private static <T> void add(
            Tuple values, List<RunDraft> drafts, Function<RunDraft, T> column, IntFunction<T[]> array) {
        values.addValue(drafts.stream().map(column).toArray(array));
    }

    /** Whether any run has left drafts without a number. */
    Uni<Boolean> hasDrafts(Caller caller) {
        return tenancy.query(caller, HAS_DRAFTS, Tuple.tuple())
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /**
     * Numbers up to {@code limit} drafts that any run has left, and tells; answers how many. They bear the day of today,
     * whatever day the run is for, so that numbers and days of issue rise together.
     */
    Uni<Integer> issue(Caller caller, LocalDate today, int limit) {
        return tenancy.sql(
                caller,
                connection -> numbers.lock(connection, caller)
                        .chain(lastNumber -> issue(connection, caller, today, limit, lastNumber)));
    }

    private Uni<Integer> issue(SqlConnection connection, Caller caller, LocalDate today, int limit, long lastNumber) {
        return connection
                .preparedQuery(ISSUE)
                .execute(Tuple.of(limit, lastNumber, today, caller.tenantId()))
                .chain(rows -> {
                    List<NewEvent> issued = new ArrayList<>();
                    rows.forEach(row -> issued.add(new NewEvent(InvoiceIssued.TYPE, row.getUUID("id"), issued(row))));
                    if (issued.isEmpty()) {
                        return Uni.createFrom().item(0);
                    }
                    return numbers.advance(connection, caller, lastNumber + issued.size())
                            .chain(() -> outbox.publishAll(connection, caller, issued))
                            .replaceWith(issued.size());
                });
    }

    private static InvoiceIssued issued(Row row) {
        return new InvoiceIssued(
                row.getUUID("id"),
                row.getLong("number"),
                row.getUUID("customer_id"),
                row.getUUID("contract_id"),
                row.getLong("total_cents"),
                row.getString("currency"),
                row.getLocalDate("issued_on"),
                row.getLocalDate("due_on"));
    }
}
