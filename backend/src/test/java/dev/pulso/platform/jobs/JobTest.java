package dev.pulso.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import dev.pulso.platform.kernel.Ids;
import dev.pulso.platform.tenancy.Caller;
import dev.pulso.platform.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    /** Every company that any test has founded. */
    private static final Duration ALL_TENANTS = Duration.ofMinutes(5);

    @Inject
    CountingJob job;

    @Inject
    JobScheduler scheduler;

    @Inject
    Tenancy tenancy;

    @Inject
    Clock clock;

    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void a_run_by_hand_is_answered_at_once_and_recorded_to_its_end() {
        JsonPath run = end(start(Map.of("on", "2026-11-30")));

        assertThat(run.getString("status")).isEqualTo("succeeded");
        assertThat(run.getString("trigger")).isEqualTo("manual");
        assertThat(run.getString("on")).isEqualTo("2026-11-30");
        assertThat(run.getLong("counts.counted")).isEqualTo(7);
        assertThat(run.getString("finished_at")).isNotNull();
        assertThat(job.daysOf(tenant.id())).containsExactly(LocalDate.of(2026, 11, 30));
        assertThat(tenant.get("/api/jobs").getString("data.find { it.name == 'test-count' }.last_run.status"))
                .isEqualTo("succeeded");
        assertThat(tenant.get("/api/jobs/runs?job=test-count").getList("data.id"))
                .containsExactly(run.getString("id"));
    }

    @Test
    void a_run_without_a_day_is_for_today_in_the_companys_zone() {
        for (String zone : new String[] {"Pacific/Kiritimati", "Pacific/Niue"}) {
            int version = tenant.get("/api/tenant").getInt("version");
            tenant.api()
                    .body(Map.of("time_zone", zone, "version", version))
                    .patch("/api/tenant")
                    .then()
                    .statusCode(200);
            LocalDate before = LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
            LocalDate on = LocalDate.parse(end(start(Map.of())).getString("on"));
            LocalDate after = LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
            assertThat(on).isBetween(before, after);
        }
    }

    @Test
    void a_run_that_fails_says_so_without_telling_secrets() {
        JsonPath run = end(start(Map.of("on", CountingJob.UNLUCKY.toString())));

        assertThat(run.getString("status")).isEqualTo("failed");
        assertThat(run.getString("error")).isNotBlank().doesNotContain("secret detail");
    }

    @Test
    void a_job_that_does_not_exist_and_a_day_that_is_none_are_refused() {
        tenant.post("/api/jobs/no-such-job/runs", Map.of()).statusCode(404);
        tenant.unchecked()
                .body(Map.of("on", "2026-02-30"))
                .post("/api/jobs/test-count/runs")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("on"));
    }

    @Test
    void the_schedule_runs_a_job_once_a_day_for_each_company() {
        TestTenant other = TestTenant.register();
        scheduler.tick().await().atMost(ALL_TENANTS);
        scheduler.tick().await().atMost(ALL_TENANTS);

        assertThat(job.daysOf(tenant.id())).hasSize(1);
        assertThat(job.daysOf(other.id())).hasSize(1);
        assertThat(tenant.get("/api/jobs/runs?job=test-count").getList("data.trigger", String.class))
                .containsExactly("schedule");
    }

    @Test
    void a_run_whose_process_died_is_taken_up_again() {
        UUID dead = Ids.next();
        tenancy.sql(
                        Caller.system(tenant.id(), "test", null),
                        connection -> connection.preparedQuery("""
                                insert into job_runs (tenant_id, id, job, on_date, trigger, status, started_at, heartbeat_at, requested_by)
                                values ($1, $2, 'test-count', '2026-01-31', 'manual', 'running', now() - interval '1 hour', now() - interval '1 hour', 'test')""").execute(Tuple.of(tenant.id(), dead)))
                .await()
                .atMost(SOON);

        scheduler
                .runDue(new JobScheduler.Tenant(tenant.id(), ZoneId.of("America/Sao_Paulo")))
                .await()
                .atMost(SOON);

        assertThat(end(dead.toString()).getString("status")).isEqualTo("succeeded");
        assertThat(job.daysOf(tenant.id())).contains(LocalDate.of(2026, 1, 31));
    }

    private String start(Map<String, Object> body) {
        return tenant.post("/api/jobs/test-count/runs", body)
                .statusCode(202)
                .extract()
                .path("id");
    }

    private JsonPath end(String run) {
        await().atMost(SOON)
                .until(() -> !tenant.get("/api/jobs/runs/{id}", run)
                        .getString("status")
                        .equals("running"));
        return tenant.get("/api/jobs/runs/{id}", run);
    }
}
