package dev.pulso.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import dev.pulso.testing.PackagedApp;
import dev.pulso.testing.PackagedCompany;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The invoice run of the product as it is shipped. */
class InvoiceRunPackagedTest {
    private static final int CONTRACTS = 12_000;
    private static final String ON = "2026-01-31";
    /** Slow enough for a busy machine, quick enough to notice a run that goes row by row (about 40 a second). */
    private static final int LEAST_PER_SECOND = 500;

    /** Who has died is noticed sooner than by default. */
    private final PackagedApp app = new PackagedApp("-Dpulso.work.lease=PT8S", "-Dpulso.work.beat=2s");

    private PackagedCompany company;

    @BeforeEach
    void a_company_with_thousands_of_contracts() throws SQLException {
        app.start();
        company = PackagedCompany.register(app);
        company.addContracts(CONTRACTS, ON);
    }

    @AfterEach
    void stop() throws Exception {
        company.close();
        app.close();
    }

    @Test
    void a_run_killed_half_way_goes_on_by_itself_without_a_double_or_a_gap() throws Exception {
        String run = company.startInvoiceRun(ON);
        for (int enough : List.of(1_000, 5_000)) {
            await().atMost(Duration.ofMinutes(2))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> company.ask("select count(*) from invoices") >= enough);
            app.kill();
            assertThat(company.ask("select count(*) from invoices")).isBetween((long) enough, CONTRACTS - 1L);
            app.start();
            // The one that died has not ended: nobody needs to ask again, and who does is told so.
            company.api()
                    .body(Map.of("on", ON))
                    .post("/api/jobs/invoice-run/runs")
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("/job_running"));
        }
        assertThat(company.awaitRun(run).getInt("attempt")).isEqualTo(3);
        everyContractIsBilledOnce();
    }

    @Test
    void thousands_of_contracts_are_billed_in_seconds() throws Exception {
        JsonPath run = company.awaitRun(company.startInvoiceRun(ON));
        everyContractIsBilledOnce();
        assertThat(run.getInt("counts.invoices_issued")).isEqualTo(CONTRACTS);
        Duration took = Duration.between(
                Instant.parse(run.getString("started_at")), Instant.parse(run.getString("finished_at")));
        long perSecond = CONTRACTS * 1000L / took.toMillis();
        System.out.printf("invoice run: %d invoices in %d ms, %d a second%n", CONTRACTS, took.toMillis(), perSecond);
        assertThat(perSecond).isGreaterThan(LEAST_PER_SECOND);
    }

    private void everyContractIsBilledOnce() throws SQLException {
        for (String query : List.of(
                "select count(*) from invoices",
                "select count(*) from invoices where status = 'issued'",
                "select count(distinct (contract_id, period_start)) from invoices",
                "select count(distinct number) from invoices",
                "select max(number) from invoices",
                "select last_number from invoice_counters",
                "select count(*) from invoice_items",
                "select count(distinct invoice_id) from invoice_items",
                "select count(*) from outbox_events where type = 'invoice.issued'",
                "select count(distinct aggregate_id) from outbox_events where type = 'invoice.issued'",
                "select count(*) from audit_log where entity = 'invoices' and action = 'insert'",
                "select count(*) from audit_log where entity = 'invoices' and action = 'update'")) {
            assertThat(company.ask(query)).as(query).isEqualTo(CONTRACTS);
        }
    }
}
