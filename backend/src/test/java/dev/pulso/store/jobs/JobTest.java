package dev.pulso.store.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.pulso.kernel.Ids;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.RunClaim;
import dev.pulso.store.tenancy.RunTakenOver;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantDay;
import dev.pulso.testing.TestTenant;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobTest {
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final Duration SOON = Duration.ofSeconds(60);
    /** Every company that any test has founded. */
    private static final Duration ALL_TENANTS = Duration.ofMinutes(5);

    @Inject
    CountingJob job;

    @Inject
    JobScheduler scheduler;

    @Inject
    JobRunner runner;

    @Inject
    JobRuns runs;

    @Inject
    TenantDay days;

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
        JsonPath run = end(start(Map.of("on", "2026-02-11")));

        assertThat(run.getString("status")).isEqualTo("succeeded");
        assertThat(run.getString("trigger")).isEqualTo("manual");
        assertThat(run.getString("on")).isEqualTo("2026-02-11");
        assertThat(run.getLong("counts.counted")).isEqualTo(7);
        assertThat(run.getString("finished_at")).isNotNull();
        assertThat(job.daysOf(tenant.id())).containsExactly(LocalDate.of(2026, 2, 11));
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
    void a_person_may_run_a_job_for_the_days_that_it_takes_only() {
        LocalDate today = LocalDate.now(SAO_PAULO);
        for (String name : tenant.get("/api/jobs").getList("data.name", String.class)) {
            tenant.post(
                            "/api/jobs/%s/runs".formatted(name),
                            Map.of("on", today.plusDays(2).toString()))
                    .statusCode(400)
                    .body("violations[0].field", equalTo("on"))
                    .body("violations[0].code", equalTo("future"));
        }
        tenant.post(
                        "/api/jobs/audit-check/runs",
                        Map.of("on", today.minusDays(2).toString()))
                .statusCode(400)
                .body("violations[0].code", equalTo("too_early"));
        JsonPath jobs = tenant.get("/api/jobs");
        assertThat(jobs.getString("data.find { it.name == 'test-count' }.by_hand_from"))
                .isNull();
        assertThat(jobs.getString("data.find { it.name == 'audit-check' }.by_hand_from"))
                .isEqualTo(jobs.getString("data.find { it.name == 'audit-check' }.by_hand_to"));
        assertThat(tenant.get("/api/jobs/test-count/preview").getMap("counts"))
                .as("it cannot tell before")
                .isEmpty();
        tenant.api().get("/api/jobs/no-such-job/preview").then().statusCode(404);
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
        insertSilentRun(dead, 1);
        scheduler
                .runDue(new JobScheduler.Tenant(tenant.id(), SAO_PAULO))
                .await()
                .atMost(SOON);

        assertThat(end(dead.toString()).getString("status")).isEqualTo("succeeded");
        assertThat(end(dead.toString()).getInt("attempt")).isEqualTo(2);
        assertThat(job.daysOf(tenant.id())).contains(LocalDate.of(2026, 1, 31));
    }

    @Test
    void a_failed_run_of_the_schedule_is_tried_again_with_growing_pauses_and_then_left_to_a_person() {
        LocalDate on = CountingJob.UNLUCKY;
        JobRunner unlucky = new JobRunner(tenancy, runs, days, new SimpleMeterRegistry(), List.of(job));
        new JobScheduler(tenancy, unlucky, noon(on)).runDue(here()).await().atMost(SOON);

        for (int attempt = 1; attempt < 5; attempt++) {
            JsonPath run = end(only());
            assertThat(run.getString("status")).isEqualTo("failed");
            assertThat(run.getInt("attempt")).isEqualTo(attempt);
            Duration pause = Duration.between(
                    Instant.parse(run.getString("finished_at")), Instant.parse(run.getString("next_attempt_at")));
            assertThat(pause).isEqualTo(Duration.ofMinutes(List.of(1, 5, 15, 60).get(attempt - 1)));
            execute("update job_runs set next_attempt_at = now() where next_attempt_at is not null");
            runner.takeUp(system()).await().atMost(SOON);
            int next = attempt + 1;
            await().atMost(SOON).until(() -> {
                JsonPath again = tenant.get("/api/jobs/runs/{id}", only());
                return again.getInt("attempt") == next
                        && again.getString("status").equals("failed");
            });
        }

        assertThat(tenant.get("/api/jobs/runs/{id}", only()).getString("next_attempt_at"))
                .isNull();
    }

    @Test
    void after_down_time_the_newest_missed_run_is_made_up_for_but_not_one_before_the_company_existed() {
        JobRunner late = new JobRunner(tenancy, runs, days, new SimpleMeterRegistry(), List.of(new LateJob(job)));
        LocalDate today = LocalDate.ofInstant(clock.instant(), SAO_PAULO);
        JobScheduler newcomer = new JobScheduler(tenancy, late, noon(today));
        newcomer.runDue(here()).await().atMost(SOON);
        assertThat(job.daysOf(tenant.id())).isEmpty();

        JobScheduler afterDownTime = new JobScheduler(tenancy, late, noon(today.plusDays(3)));
        afterDownTime.runDue(here()).await().atMost(SOON);
        afterDownTime.runDue(here()).await().atMost(SOON);
        assertThat(job.daysOf(tenant.id())).containsExactly(today.plusDays(2));
    }

    @Test
    void a_process_that_comes_back_after_its_run_was_taken_over_writes_nothing_more() {
        UUID run = Ids.next();
        insertSilentRun(run, 2);
        Caller frozen = system().workingFor(new RunClaim(run, 1));

        assertThatThrownBy(() -> tenancy.sql(
                                frozen,
                                connection -> connection
                                        .query("update tenants set name = 'late'")
                                        .execute())
                        .await()
                        .atMost(SOON))
                .isInstanceOf(RunTakenOver.class);
        assertThatThrownBy(() -> tenancy.write(
                                frozen,
                                session -> session.createNativeQuery("update tenants set name = 'late'")
                                        .executeUpdate())
                        .await()
                        .atMost(SOON))
                .hasRootCauseInstanceOf(PgException.class);

        assertThat(tenant.get("/api/tenant").getString("name")).isNotEqualTo("late");
    }

    @Test
    void a_run_is_not_taken_over_while_a_transaction_works_for_it() {
        UUID run = Ids.next();
        insertSilentRun(run, 1);
        Caller working = system().workingFor(new RunClaim(run, 1));

        tenancy.sql(working, connection -> tenancy.apart(() -> runner.takeUp(system())))
                .await()
                .atMost(SOON);
        assertThat(tenant.get("/api/jobs/runs/{id}", run).getInt("attempt")).isEqualTo(1);

        runner.takeUp(system()).await().atMost(SOON);
        assertThat(end(run.toString()).getInt("attempt")).isEqualTo(2);
    }

    @Test
    void a_run_whose_process_dies_each_time_is_given_up() {
        UUID run = Ids.next();
        insertSilentRun(run, 5);

        runner.takeUp(system()).await().atMost(SOON);

        JsonPath given = tenant.get("/api/jobs/runs/{id}", run);
        assertThat(given.getString("status")).isEqualTo("failed");
        assertThat(given.getString("error")).isEqualTo("Its process died at each of the attempts.");
    }

    private static Clock noon(LocalDate day) {
        return Clock.fixed(day.atTime(12, 0).atZone(SAO_PAULO).toInstant(), SAO_PAULO);
    }

    private void insertSilentRun(UUID run, int attempt) {
        execute("""
            insert into job_runs (tenant_id, id, job, on_date, trigger, status, attempt, started_at, heartbeat_at, requested_by)
            values ('%s', '%s', 'test-count', '2026-01-31', 'manual', 'running', %d, now() - interval '1 hour', now() - interval '1 hour', 'test')\
            """.formatted(tenant.id(), run, attempt));
    }

    private void execute(String sql) {
        tenancy.sql(system(), connection -> connection.query(sql).execute())
                .await()
                .atMost(SOON);
    }

    private Caller system() {
        return Caller.system(tenant.id(), "test", null);
    }

    private JobScheduler.Tenant here() {
        return new JobScheduler.Tenant(tenant.id(), SAO_PAULO);
    }

    /** The one run of the job. */
    private String only() {
        List<String> runs = tenant.get("/api/jobs/runs?job=test-count").getList("data.id");
        assertThat(runs).hasSize(1);
        return runs.getFirst();
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
