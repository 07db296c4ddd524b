package dev.pulso.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.testing.PackagedApp;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The product is killed in the middle of an invoice run, twice; the next run finishes what is missing and nothing more. */
class KilledInvoiceRunPackagedTest {
    private static final int CONTRACTS = 12_000;
    private static final String ON = "2026-01-31";

    @Test
    void a_run_killed_half_way_is_finished_by_the_next_without_a_double_or_a_gap() throws Exception {
        try (PackagedApp app = new PackagedApp().start()) {
            var session = app.api(null)
                    .body(Map.of(
                            "company_name",
                            "Provedor",
                            "slug",
                            "provedor",
                            "name",
                            "Ana",
                            "email",
                            "ana@provedor.example",
                            "password",
                            "correct horse battery"))
                    .post("/api/auth/register")
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath();
            String token = session.getString("access_token");
            try (Connection database = app.database();
                    Statement sql = database.createStatement()) {
                sql.execute("select set_config('app.tenant_id', '" + session.getString("tenant.id")
                        + "', false), set_config('app.actor', 'test', false)");
                makeContracts(sql);
                for (int enough : List.of(1_000, 5_000)) {
                    startRun(app, token);
                    awaitInvoices(sql, enough);
                    app.kill();
                    assertThat(ask(sql, "select count(*) from invoices")).isBetween((long) enough, CONTRACTS - 1L);
                    app.start();
                }
                String run = startRun(app, token);
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> app.api(token)
                                .get("/api/jobs/runs/{id}", run)
                                .jsonPath()
                                .getString("status")
                                .equals("succeeded"));
                assertThat(ask(sql, "select count(*) from invoices")).isEqualTo(CONTRACTS);
                assertThat(ask(sql, "select count(distinct (contract_id, period_start)) from invoices"))
                        .isEqualTo(CONTRACTS);
                assertThat(ask(sql, "select count(*) from invoices where status <> 'issued'"))
                        .isZero();
                assertThat(ask(sql, "select min(number) from invoices")).isEqualTo(1);
                assertThat(ask(sql, "select max(number) from invoices")).isEqualTo(CONTRACTS);
                assertThat(ask(sql, "select count(distinct number) from invoices"))
                        .isEqualTo(CONTRACTS);
                assertThat(ask(sql, "select last_number from invoice_counters")).isEqualTo(CONTRACTS);
                assertThat(ask(sql, "select count(distinct invoice_id) from invoice_items"))
                        .isEqualTo(CONTRACTS);
                assertThat(ask(sql, "select count(*) from invoice_items")).isEqualTo(CONTRACTS);
                assertThat(ask(sql, "select count(*) from outbox_events where type = 'invoice.issued'"))
                        .isEqualTo(CONTRACTS);
                assertThat(ask(
                                sql,
                                "select count(distinct aggregate_id) from outbox_events where type = 'invoice.issued'"))
                        .isEqualTo(CONTRACTS);
                assertThat(ask(sql, "select count(*) from audit_log where entity = 'invoices' and action = 'insert'"))
                        .isEqualTo(CONTRACTS);
            }
        }
    }

    private static String startRun(PackagedApp app, String token) {
        return app.api(token)
                .body(Map.of("on", ON))
                .post("/api/jobs/invoice-run/runs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static void awaitInvoices(Statement sql, int enough) {
        await().atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> ask(sql, "select count(*) from invoices") >= enough);
    }

    private static void makeContracts(Statement sql) throws SQLException {
        sql.execute("""
                insert into customers (tenant_id, id, name, kind)
                select current_setting('app.tenant_id')::uuid, gen_random_uuid(), 'Cliente ' || n, 'company'
                from generate_series(1, %d) n""".formatted(CONTRACTS));
        sql.execute("""
                insert into contracts (tenant_id, id, customer_id, service_type, title, billing_cycle, amount_cents, currency,
                                       status, paying, start_on)
                select tenant_id, gen_random_uuid(), id, 'hospedagem_site', 'Hospedagem', 'monthly', 9900, 'BRL', 'active',
                       true, '2026-01-31'
                from customers""");
    }

    private static long ask(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
