package dev.pulso.reports.internal.dashboard;

import dev.pulso.kernel.Ids;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company whose records are written with the days they were made on, which no API lets one choose. */
final class SmallYear {
    private final TestTenant tenant = TestTenant.register();
    private final Tenancy tenancy;
    private final UUID pipeline;
    private long invoices;

    SmallYear(Tenancy tenancy) {
        this.tenancy = tenancy;
        pipeline = UUID.fromString(tenant.get("/api/crm/pipelines").getString("data[0].id"));
    }

    TestTenant tenant() {
        return tenant;
    }

    Caller caller() {
        return Caller.system(tenant.id(), "test", null);
    }

    UUID customer(String name) {
        return tenant.create("/api/customers", Map.of("name", name, "kind", "company"));
    }

    /** @param more columns of the contract by name, over active and monthly in the tenant's currency */
    UUID contract(UUID customer, long amountCents, String startOn, Map<String, Object> more) {
        UUID id = Ids.next();
        String status = (String) more.getOrDefault("status", "active");
        run(
                """
                insert into contracts (tenant_id, id, customer_id, service_type, title, billing_cycle, amount_cents, currency, status,
                    paying, start_on, end_on, next_review_on, terms_since)
                values ($1, $2, $3, 'saas_cfc', 'x', $4, $5, $6, $7, $8, $9, $10, $11, $12)\
                """,
                tenant.id(),
                id,
                customer,
                more.getOrDefault("billing_cycle", "monthly"),
                amountCents,
                more.getOrDefault("currency", "BRL"),
                status,
                more.getOrDefault("paying", status.equals("active")),
                LocalDate.parse(startOn),
                day(more, "end_on"),
                day(more, "next_review_on"),
                day(more, "terms_since"));
        return id;
    }

    /** What a contract was worth since a day; since ever when the day is null. */
    void terms(UUID contract, @Nullable String since, long amountCents, String status, boolean paying) {
        run("""
            insert into contract_changes (tenant_id, contract_id, effective_on, amount_cents, cost_cents, currency, service_type, billing_cycle, status, paying)
            select tenant_id, id, coalesce($2::date, '-infinity'), $3, 0, currency, service_type, billing_cycle, $4, $5 from contracts where id = $1\
            """, contract, since == null ? null : LocalDate.parse(since), amountCents, status, paying);
    }

    UUID invoice(UUID customer, String issuedOn, String dueOn, long totalCents, Map<String, Object> more) {
        UUID id = Ids.next();
        String cancelledAt = (String) more.get("cancelled_at");
        run(
                """
                insert into invoices (tenant_id, id, number, origin, customer_id, customer_name, contract_id, period_start, period_end,
                    currency, total_cents, status, issued_on, due_on, cancel_reason, updated_at)
                values ($1, $2, $3, $4, $5, 'x', $6, $7, $8, $9, $10, $11, $12, $13, $14, coalesce($15, now()))\
                """,
                tenant.id(),
                id,
                ++invoices,
                more.containsKey("period_start") ? "run" : "manual",
                customer,
                more.get("contract_id"),
                day(more, "period_start"),
                day(more, "period_end"),
                more.getOrDefault("currency", "BRL"),
                totalCents,
                cancelledAt == null ? "issued" : "cancelled",
                LocalDate.parse(issuedOn),
                LocalDate.parse(dueOn),
                cancelledAt == null ? null : "engano",
                cancelledAt == null ? null : OffsetDateTime.parse(cancelledAt));
        return id;
    }

    void paid(UUID invoice, String on, long amountCents) {
        run(
                "insert into payments (tenant_id, id, invoice_id, amount_cents, method, paid_on) values ($1, $2, $3,"
                        + " $4, 'pix', $5)",
                tenant.id(),
                Ids.next(),
                invoice,
                amountCents,
                LocalDate.parse(on));
        run("""
            update invoices set paid_cents = paid_cents + $2, last_paid_on = $3,
                status = case when paid_cents + $2 = total_cents then 'paid' else status end where id = $1\
            """, invoice, amountCents, LocalDate.parse(on));
    }

    void lead(String createdAt) {
        run(
                "insert into leads (tenant_id, id, name, created_at) values ($1, $2, 'Ana', $3)",
                tenant.id(),
                Ids.next(),
                OffsetDateTime.parse(createdAt));
    }

    /** A deal as it is now, in a stage by its name since an instant. */
    UUID deal(String createdAt, String stage, String enteredAt, long amountCents, Map<String, Object> more) {
        UUID id = Ids.next();
        run(
                """
                insert into deals (tenant_id, id, title, amount_cents, currency, pipeline_id, stage_id, position, status, closed_on,
                    created_at, stage_entered_at)
                select $1, $2, 'x', $3, $4, $5, s.id, 'V', s.type, $6, $7, $8 from stages s where s.pipeline_id = $5 and s.name = $9\
                """,
                tenant.id(),
                id,
                amountCents,
                more.getOrDefault("currency", "BRL"),
                pipeline,
                day(more, "closed_on"),
                OffsetDateTime.parse(createdAt),
                OffsetDateTime.parse(enteredAt),
                stage);
        return id;
    }

    /** Where a deal was before. */
    void stood(UUID deal, String since, String stage, long amountCents) {
        run("""
            insert into deal_changes (tenant_id, deal_id, at, stage_id, status, amount_cents, currency, probability)
            select d.tenant_id, d.id, $2, s.id, s.type, $3, d.currency, s.probability
            from deals d join stages s on s.pipeline_id = d.pipeline_id and s.name = $4 where d.id = $1\
            """, deal, OffsetDateTime.parse(since), amountCents, stage);
    }

    RowSet<Row> run(String sql, @Nullable Object... values) {
        List<@Nullable Object> given = new ArrayList<>(Arrays.asList(values));
        return tenancy.sql(caller(), connection -> connection.preparedQuery(sql).execute(Tuple.tuple(given)))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static @Nullable LocalDate day(Map<String, Object> more, String field) {
        return more.get(field) == null ? null : LocalDate.parse((String) more.get(field));
    }
}
