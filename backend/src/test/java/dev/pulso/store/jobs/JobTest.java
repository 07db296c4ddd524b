package dev.pulso.store.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.pulso.kernel.Ids;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantDay;
import dev.pulso.store.tenancy.WorkClaim;
import dev.pulso.store.tenancy.WorkTakenOver;
import dev.pulso.testing.TestTenant;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobTest {
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final Duration SOON = Duration.ofSeconds(60);

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
                    .header("If-Match", "\"" + version + "\"")
                    .body(Map.of("time_zone", zone))
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
        leaveAloneAllBut(tenant, other);
        for (int look = 0; look < 3; look++) {
            scheduler.tick().await().atMost(SOON);
        }

        for (TestTenant one : List.of(tenant, other)) {
            await().atMost(SOON).until(() -> job.daysOf(one.id()).size() == 1);
            assertThat(one.get("/api/jobs/runs?job=test-count").getList("data.trigger", String.class))
                    .containsExactly("schedule");
        }
        // Each is due again tomorrow, and nothing before.
        assertThat(number("select count(*) from job_due where due_at <= now() + interval '1 minute'"))
                .isZero();
        assertThat(number("select count(*) from job_due where due_at <= now() + interval '24 hours'"))
                .isEqualTo(runner.jobs().size());
    }

    @Test
    void a_look_does_not_wait_for_the_longest_run() {
        leaveAloneAllBut(tenant);
        job.hold(tenant.id());
        try {
            scheduler.tick().await().atMost(SOON);
            await().atMost(SOON)
                    .until(() -> tenant.get("/api/jobs/runs?job=test-count")
                            .getList("data.status")
                            .equals(List.of("running")));
        } finally {
            job.letGo(tenant.id());
        }
        assertThat(end(only()).getString("status")).isEqualTo("succeeded");
    }

    @Test
    void a_second_run_by_hand_is_refused_until_the_first_has_ended() {
        job.hold(tenant.id());
        String first = start(Map.of("on", "2026-11-28"));
        try {
            tenant.post("/api/jobs/test-count/runs", Map.of("on", "2026-11-29"))
                    .statusCode(409)
                    .body("type", endsWith("/job_running"));
            // Another job, and another company, do not wait.
            tenant.post("/api/jobs/housekeeping/runs", Map.of()).statusCode(202);
            TestTenant other = TestTenant.register();
            other.post("/api/jobs/test-count/runs", Map.of()).statusCode(202);
        } finally {
            job.letGo(tenant.id());
        }
        assertThat(end(first).getString("status")).isEqualTo("succeeded");
        assertThat(end(start(Map.of("on", "2026-11-29"))).getString("status")).isEqualTo("succeeded");
    }

    @Test
    void a_company_that_moves_to_another_time_zone_is_planned_anew() {
        leaveAloneAllBut(tenant);
        scheduler.tick().await().atMost(SOON);
        execute("update tenants set time_zone = 'Asia/Tokyo'");
        scheduler.tick().await().atMost(SOON);

        ZonedDateTime next = clock.instant()
                .atZone(ZoneId.of("Asia/Tokyo"))
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(ZoneId.of("Asia/Tokyo"));
        assertThat(number("select extract(epoch from due_at)::bigint from job_due where job = 'test-count'"))
                .isEqualTo(next.toEpochSecond());
    }

    @Test
    void a_closed_company_has_no_more_runs() {
        execute("update tenants set deleted_at = now()");
        assertThat(number("select count(*) from job_due")).isZero();
    }

    @Test
    void a_run_whose_process_died_is_taken_up_again() {
        UUID dead = Ids.next();
        insertSilentRun(dead, 0);

        await().atMost(SOON).until(() -> tenant.get("/api/jobs/runs/{id}", dead).getInt("attempt") == 2);
        assertThat(end(dead.toString()).getString("status")).isEqualTo("succeeded");
        assertThat(job.daysOf(tenant.id())).contains(LocalDate.of(2026, 1, 31));
    }

    @Test
    void a_failed_run_of_the_schedule_is_tried_again_with_growing_pauses_and_then_left_to_a_person() {
        execute("update job_due set due_at = '-infinity'");
        new JobScheduler(tenancy, only(job), runs, noon(CountingJob.UNLUCKY))
                .plan(here())
                .await()
                .atMost(SOON);

        for (int attempt = 1; attempt < 5; attempt++) {
            awaitFailed(attempt);
            JsonPath run = tenant.get("/api/jobs/runs/{id}", only());
            Duration pause = Duration.between(
                    Instant.parse(run.getString("finished_at")), Instant.parse(run.getString("next_attempt_at")));
            Duration least = Duration.ofMinutes(List.of(1, 5, 15, 60).get(attempt - 1));
            assertThat(pause)
                    .isBetween(least, least.multipliedBy(5).dividedBy(4).plusSeconds(1));
            execute("update work set due_at = now() where queue = 'jobs'");
        }

        awaitFailed(5);
        assertThat(tenant.get("/api/jobs/runs/{id}", only()).getString("next_attempt_at"))
                .isNull();
        await().atMost(SOON).until(() -> number("select count(*) from work where queue = 'jobs'") == 0);
    }

    @Test
    void after_down_time_the_newest_missed_run_is_made_up_for_but_not_one_before_the_company_existed() {
        JobRunner late = only(new LateJob(job));
        LocalDate today = LocalDate.ofInstant(clock.instant(), SAO_PAULO);
        new JobScheduler(tenancy, late, runs, noon(today)).plan(here()).await().atMost(SOON);
        assertThat(tenant.get("/api/jobs/runs?job=test-late").getList("data")).isEmpty();

        JobScheduler afterDownTime = new JobScheduler(tenancy, late, runs, noon(today.plusDays(3)));
        afterDownTime.plan(here()).await().atMost(SOON);
        afterDownTime.plan(here()).await().atMost(SOON);
        assertThat(tenant.get("/api/jobs/runs?job=test-late").getList("data.on", String.class))
                .containsExactly(today.plusDays(2).toString());
    }

    @Test
    void a_process_that_comes_back_after_its_run_was_taken_over_writes_nothing_more() {
        UUID run = Ids.next();
        Caller frozen = system().workingFor(new WorkClaim(JobRunner.QUEUE, run, 1, UUID.randomUUID()));

        assertThatThrownBy(() -> tenancy.sql(
                                frozen,
                                connection -> connection
                                        .query("update tenants set name = 'late'")
                                        .execute())
                        .await()
                        .atMost(SOON))
                .isInstanceOf(WorkTakenOver.class);
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
    void a_run_whose_process_dies_each_time_is_given_up() {
        UUID run = Ids.next();
        insertSilentRun(run, 4);

        await().atMost(SOON)
                .until(() ->
                        "failed".equals(tenant.get("/api/jobs/runs/{id}", run).getString("status")));
        assertThat(job.daysOf(tenant.id())).doesNotContain(LocalDate.of(2026, 1, 31));
    }

    private static Clock noon(LocalDate day) {
        return Clock.fixed(day.atTime(12, 0).atZone(SAO_PAULO).toInstant(), SAO_PAULO);
    }

    /** A run whose process has gone, after others that went as well. */
    private void insertSilentRun(UUID run, int crashes) {
        execute("""
                insert into job_runs (tenant_id, id, job, on_date, trigger, status, started_at, heartbeat_at, requested_by)
                values ('%s', '%s', 'test-count', '2026-01-31', 'manual', 'running', now() - interval '1 hour', now() - interval '1 hour', 'test')""".formatted(tenant.id(), run));
        execute("""
                insert into work (queue, tenant_id, key, ref, leased_by, due_at, crashes)
                values ('jobs', '%s', '%s', '%2$s', gen_random_uuid(), now() - interval '1 hour', %d)""".formatted(tenant.id(), run, crashes));
    }

    /** Companies of other tests are not planned meanwhile. */
    private void leaveAloneAllBut(TestTenant... mine) {
        String ids = Stream.of(mine).map(one -> "'" + one.id() + "'").collect(Collectors.joining(", "));
        tenancy.withoutTenant(connection -> connection
                        .query("update job_due set due_at = 'infinity' where tenant_id not in (" + ids + ")")
                        .execute())
                .await()
                .atMost(SOON);
    }

    private JobRunner only(Job one) {
        return new JobRunner(runs, days, new SimpleMeterRegistry(), List.of(one));
    }

    private void awaitFailed(int attempt) {
        await().atMost(SOON).until(() -> {
            JsonPath run = tenant.get("/api/jobs/runs/{id}", only());
            return run.getInt("attempt") == attempt && run.getString("status").equals("failed");
        });
    }

    private long number(String sql) {
        return tenancy.query(system(), sql, Tuple.tuple())
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
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
                        .matches("queued|running"));
        return tenant.get("/api/jobs/runs/{id}", run);
    }
}
