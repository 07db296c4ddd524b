package dev.pulso.store.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HousekeepingTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Tenancy tenancy;

    @Test
    void what_is_no_longer_needed_is_deleted_in_batches_and_what_is_stays() {
        TestTenant tenant = TestTenant.register();
        TestTenant other = TestTenant.register();
        for (TestTenant one : List.of(tenant, other)) {
            execute(
                    one,
                    "insert into idempotency_keys (tenant_id, key, operation, request_hash, created_at) select '%s',"
                            + " 'old' || n, 'x', 'x', now() - interval '25 hours' from generate_series(1, 2500) n");
            execute(
                    one,
                    "insert into idempotency_keys (tenant_id, key, operation, request_hash, created_at)"
                            + " values ('%s', 'young', 'x', 'x', now() - interval '23 hours')");
        }

        JsonPath run = run(tenant);
        assertThat(run.getString("status")).isEqualTo("succeeded");
        assertThat(run.getLong("counts.idempotency_keys")).isEqualTo(2500);
        assertThat(count(tenant, "idempotency_keys")).isEqualTo(1);
        assertThat(count(other, "idempotency_keys")).isEqualTo(2501);
        assertThat(run(tenant).getLong("counts.idempotency_keys")).isZero();
    }

    @Test
    void tokens_go_a_month_after_they_have_expired_and_those_of_open_sessions_stay() {
        TestTenant tenant = TestTenant.register();
        Person.join(tenant, "viewer");
        long refresh = count(tenant, "refresh_tokens");
        long links = count(tenant, "account_tokens");
        execute(
                tenant,
                "update sessions set expires_at = now() - interval '31 days' where id = (select min(id::text)::uuid"
                        + " from sessions)");
        execute(
                tenant,
                "insert into account_tokens (tenant_id, id, user_id, purpose, token_hash, email, created_at,"
                        + " expires_at) select '%s', gen_random_uuid(), min(id::text)::uuid, 'verify_email', '', 'x', now(),"
                        + " now() - interval '31 days' from users");

        JsonPath run = run(tenant);
        assertThat(run.getLong("counts.refresh_tokens")).isEqualTo(1);
        assertThat(run.getLong("counts.account_tokens")).isEqualTo(1);
        assertThat(count(tenant, "refresh_tokens")).isEqualTo(refresh - 1);
        assertThat(count(tenant, "account_tokens")).isEqualTo(links);
    }

    @Test
    void a_session_goes_a_year_after_its_end_however_it_ended_and_the_trail_keeps_how_it_was() {
        TestTenant tenant = TestTenant.register();
        String user = tenant.adminId().toString();
        execute(
                tenant,
                "insert into sessions (tenant_id, id, user_id, created_at, last_used_at, expires_at, revoked_at)"
                        + " select '%s', gen_random_uuid(), '" + user + "', now() - interval '3 years', now(),"
                        + " now() + e.days * interval '1 day', now() + r.days * interval '1 day'"
                        + " from unnest(array[-366, -364, 5]) e(days), unnest(array[-366, -364, null]) r(days)");
        long told = number(tenant, "select count(*) from audit_log where entity = 'sessions'");

        // Of nine: expired or ended more than a year ago.
        assertThat(run(tenant).getLong("counts.sessions")).isEqualTo(5);
        // One of them is the session that this is asked with.
        assertThat(count(tenant, "sessions")).isEqualTo(4 + 1);
        assertThat(number(tenant, "select count(*) from audit_log where entity = 'sessions'"))
                .isEqualTo(told);
        tenant.get("/api/profile");
    }

    @Test
    void a_mail_is_forgotten_ninety_days_after_it_was_sent_and_never_before() {
        TestTenant tenant = TestTenant.register();
        execute(
                tenant,
                "insert into mails (tenant_id, id, key, recipient, template, locale, status, created_at)"
                        + " select '%s', gen_random_uuid(), status || days, 'ana@empresa.com.br', 'x', 'pt-BR', status,"
                        + " now() - days * interval '1 day'"
                        + " from unnest(array['queued', 'sent', 'failed']) status, unnest(array[89, 91]) days");
        long mails = count(tenant, "mails");

        assertThat(run(tenant).getLong("counts.mails")).isEqualTo(2);
        assertThat(count(tenant, "mails")).isEqualTo(mails - 2);
        execute(tenant, "delete from mails where key like 'queued%%' and tenant_id = '%s'");
    }

    @Test
    void runs_are_forgotten_after_ninety_days_but_the_last_of_a_job_and_what_has_not_ended() {
        TestTenant tenant = TestTenant.register();
        execute(
                tenant,
                "insert into job_runs (tenant_id, id, job, on_date, trigger, status, requested_by, created_at, next_attempt_at)"
                        + " select '%s', first_uuid_at(now() - days * interval '1 day'), job, current_date - days, 'schedule',"
                        + " status, 'x', now() - days * interval '1 day', case status when 'failed' then now() end"
                        + " from (values ('a', 95, 'succeeded'), ('a', 91, 'succeeded'), ('a', 89, 'succeeded'),"
                        + " ('b', 200, 'succeeded'), ('c', 100, 'failed'), ('c', 99, 'running'), ('c', 98, 'succeeded'))"
                        + " r(job, days, status)");

        assertThat(run(tenant).getLong("counts.job_runs")).isEqualTo(2);
        assertThat(number(
                        tenant,
                        "select count(*) from job_runs where job || (current_date - on_date) in"
                                + " ('a89', 'b200', 'c100', 'c99', 'c98')"))
                .isEqualTo(5);
    }

    private static JsonPath run(TestTenant tenant) {
        String id = tenant.post("/api/jobs/housekeeping/runs", Map.of())
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(SOON)
                .until(() -> !tenant.get("/api/jobs/runs/{id}", id)
                        .getString("status")
                        .matches("queued|running"));
        return tenant.get("/api/jobs/runs/{id}", id);
    }

    private void execute(TestTenant tenant, String sql) {
        tenancy.sql(
                        system(tenant),
                        connection ->
                                connection.query(sql.formatted(tenant.id())).execute())
                .await()
                .atMost(SOON);
    }

    private long count(TestTenant tenant, String table) {
        return number(tenant, "select count(*) from " + table);
    }

    private long number(TestTenant tenant, String query) {
        return tenancy.query(system(tenant), query, Tuple.tuple())
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }

    private static Caller system(TestTenant tenant) {
        return Caller.system(tenant.id(), "test", null);
    }
}
