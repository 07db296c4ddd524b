package dev.pulso.billing.internal.standing;

import dev.pulso.billing.InvoiceOverdue;
import dev.pulso.store.jobs.Job;
import dev.pulso.store.jobs.JobProgress;
import dev.pulso.store.outbox.NewEvent;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes down which issued invoices are past their due date, and tells each once. Being overdue changes an invoice like
 * anything else, so that nobody who keeps a copy has to look at the clock.
 */
@ApplicationScoped
class OverdueInvoices implements Job {
    private static final int BATCH = 500;

    /** Ordered, so that two runs wait for each other instead of dead-locking. */
    private static final String MARK = """
        with due as materialized (
            select i.id from invoices i
            where i.status = 'issued' and i.overdue_since is null and i.due_on < $1
            order by i.due_on, i.id limit $2 for no key update
        )
        update invoices i set overdue_since = $1, version = i.version + 1, updated_at = app_now()
        from due where i.tenant_id = $3 and i.id = due.id
        returning i.id, i.number, i.customer_id, i.contract_id, i.total_cents - i.paid_cents as open_cents, i.currency,
                  i.due_on\
        """;

    private final Tenancy tenancy;
    private final Outbox outbox;

    OverdueInvoices(Tenancy tenancy, Outbox outbox) {
        this.tenancy = tenancy;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "overdue-invoices";
    }

    @Override
    public String description() {
        return "Marks the invoices whose due date has passed.";
    }

    @Override
    public LocalTime runsAt() {
        return LocalTime.MIDNIGHT;
    }

    @Override
    public Uni<Map<String, Long>> run(Caller caller, LocalDate on, JobProgress progress) {
        return mark(caller, on, 0, progress).map(count -> Map.of("invoices_overdue", count));
    }

    private Uni<Long> mark(Caller caller, LocalDate on, long before, JobProgress progress) {
        return batch(caller, on).chain(count -> {
            long all = before + count;
            return count < BATCH
                    ? Uni.createFrom().item(all)
                    : progress.report(Map.of("invoices_overdue", all)).chain(() -> mark(caller, on, all, progress));
        });
    }

    private Uni<Integer> batch(Caller caller, LocalDate on) {
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery(MARK)
                        .execute(Tuple.of(on, BATCH, caller.tenantId()))
                        .chain(rows -> {
                            List<NewEvent> events = new ArrayList<>();
                            rows.forEach(row ->
                                    events.add(new NewEvent(InvoiceOverdue.TYPE, row.getUUID("id"), overdue(row))));
                            return events.isEmpty()
                                    ? Uni.createFrom().item(0)
                                    : outbox.publishAll(connection, caller, events)
                                            .replaceWith(events.size());
                        }));
    }

    private static InvoiceOverdue overdue(Row row) {
        return new InvoiceOverdue(
                row.getUUID("id"),
                row.getLong("number"),
                row.getUUID("customer_id"),
                row.getUUID("contract_id"),
                row.getLong("open_cents"),
                row.getString("currency"),
                row.getLocalDate("due_on"));
    }
}
