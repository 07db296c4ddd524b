package dev.pulso.store.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.testing.PackagedApp;
import dev.pulso.testing.PackagedCompany;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes of the product on one database, with the schedule on. */
class TwoNodesPackagedTest {
    private static final int CONTRACTS = 12_000;
    private static final String ON = "2026-01-31";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final PackagedApp first = new PackagedApp(
            "-Dpulso.jobs.every=1s",
            "-Dpulso.jobs.delay=0s",
            "-Dpulso.work.lease=PT4S",
            "-Dpulso.work.beat=1s",
            // Longer than a busy machine keeps anybody waiting between two statements.
            "-Dpulso.db.idle-in-transaction-timeout=PT6S");
    private final PackagedApp second = first.anotherNode();
    private PackagedCompany company;

    @BeforeEach
    void a_company_whose_runs_of_the_day_are_done() throws Exception {
        first.start();
        company = PackagedCompany.register(first);
        await().atMost(A_MINUTE)
                .until(() -> company.ask("select count(*) from job_runs where trigger = 'schedule'") > 0
                        && company.ask("select count(*) from job_runs where status <> 'succeeded'") == 0);
    }

    @AfterEach
    void stop() throws Exception {
        company.close();
        second.close();
        first.close();
    }

    @Test
    void the_schedule_runs_once_and_a_frozen_node_that_comes_back_writes_nothing_more() throws Exception {
        company.addContracts(CONTRACTS, ON);
        String run = company.startInvoiceRun(ON);
        await().atMost(A_MINUTE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> company.ask("select count(*) from invoices") >= 1_000);
        first.freeze();
        assertThat(company.ask("select count(*) from invoices")).isLessThan(CONTRACTS);

        second.start();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> company.ask("select count(*) from job_runs where id = '" + run
                                + "' and status = 'succeeded' and attempt = 2")
                        == 1);
        long written = company.ask("select count(*) from audit_log");
        first.thaw();
        await().atMost(A_MINUTE)
                // Taken over, or failed for the connections that the database has closed meanwhile.
                .untilAsserted(
                        () -> assertThat(first.log()).containsPattern("jobs " + run + " (was taken over|failed)"));
        await().atMost(A_MINUTE).until(first::isReady);

        assertThat(company.ask("select count(*) from invoices")).isEqualTo(CONTRACTS);
        assertThat(company.ask("select count(distinct contract_id) from invoices"))
                .isEqualTo(CONTRACTS);
        assertThat(company.ask("select max(number) from invoices")).isEqualTo(CONTRACTS);
        assertThat(company.ask("select count(*) from audit_log")).isEqualTo(written);
        assertThat(company.ask("select count(*) from job_runs where id = '" + run + "' and attempt = 2"))
                .isEqualTo(1);
        assertThat(company.ask("select max(runs) from (select count(*) as runs from job_runs"
                        + " where trigger = 'schedule' group by job, on_date) per_day"))
                .isEqualTo(1);
    }
}
