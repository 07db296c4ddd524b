package dev.pulso.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Operator;
import dev.pulso.testing.TestTenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The time of a sandbox's business is moved, in Java and in SQL; everything else goes on in real time. */
@QuarkusTest
class SandboxClockTest {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    @Inject
    Tenancy tenancy;

    private BillingTenant company;
    private TestTenant sandbox;

    @BeforeEach
    void a_sandbox() {
        company = BillingTenant.register();
        sandbox = company.tenant();
        Operator.sandbox(sandbox.id());
    }

    @Test
    void a_company_is_founded_as_a_sandbox_and_its_clock_moves_at_once() {
        for (boolean wanted : new boolean[] {true, false}) {
            String slug = "sb" + Long.toString(System.nanoTime(), 36);
            String token = io.restassured.RestAssured.given()
                    .contentType("application/json")
                    .body(Map.of(
                            "company_name",
                            "Ensaio",
                            "slug",
                            slug,
                            "name",
                            "Ana",
                            "email",
                            "ana@" + slug + ".example",
                            "password",
                            "correct horse battery",
                            "sandbox",
                            wanted))
                    .post("/api/auth/register")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("access_token");
            var asking = io.restassured.RestAssured.given()
                    .contentType("application/json")
                    .header("Authorization", "Bearer " + token);
            asking.get("/api/tenant/clock").then().statusCode(200).body("sandbox", equalTo(wanted));
            asking.body(Map.of("to", Instant.now().plus(Duration.ofDays(40)).toString()))
                    .post("/api/tenant/clock")
                    .then()
                    .statusCode(wanted ? 200 : 409);
        }
    }

    @Test
    void three_months_are_billed_by_moving_the_clock() {
        LocalDate start = LocalDate.now(ZONE);
        UUID contract = company.contract(start.toString(), "monthly", 10_000);
        List<String> billed = new ArrayList<>();
        for (int month = 0; month < 3; month++) {
            LocalDate day = start.plusMonths(month);
            if (month > 0) {
                move(noon(day)).statusCode(200);
            }
            run();
            billed.add(day.toString());
            assertThat(company.periodStarts(contract)).isEqualTo(billed);
            Map<String, Object> newest = company.invoicesOf(contract).getLast();
            assertThat(newest).containsEntry("issued_on", day.toString());
            assertThat(day(newest.get("created_at"))).isEqualTo(day);
            // A day that has been billed is not billed again.
            run();
            assertThat(company.periodStarts(contract)).isEqualTo(billed);
        }
        // What was due in the first month is long overdue, and a payment of today is not one of the future.
        UUID first =
                UUID.fromString((String) company.invoicesOf(contract).getFirst().get("id"));
        company.pay(
                        first,
                        Map.of(
                                "amount_cents",
                                10_000,
                                "method",
                                "pix",
                                "paid_on",
                                start.plusMonths(2).toString()))
                .statusCode(201);
        assertThat(company.invoice(first).getString("status")).isEqualTo("paid");
    }

    @Test
    void what_is_written_bears_the_moved_time_whoever_writes_it_and_the_trail_the_real_one() throws SQLException {
        Instant then = Instant.now().plus(Duration.ofDays(90)).truncatedTo(ChronoUnit.SECONDS);
        move(then).statusCode(200).body("sandbox", equalTo(true));
        UUID customer = company.customer("Depois");

        Instant created =
                Instant.parse(sandbox.get("/api/customers/{id}", customer).getString("created_at"));
        assertThat(created).isCloseTo(then, within(1, ChronoUnit.MINUTES));
        // By the database: a statement of the company's own transaction, and a default.
        assertThat(tenancy.sql(
                                Caller.system(sandbox.id(), "test", null),
                                connection -> connection
                                        .query("insert into teams (tenant_id, id, name) values ('" + sandbox.id()
                                                + "', gen_random_uuid(), 'Nova') returning created_at")
                                        .execute())
                        .await()
                        .atMost(Duration.ofSeconds(30))
                        .iterator()
                        .next()
                        .getOffsetDateTime(0)
                        .toInstant())
                .isCloseTo(then, within(1, ChronoUnit.MINUTES));
        assertThat(instant(
                        "select (created_at - interval '90 days')::text from customers where id = '" + customer + "'"))
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(instant("select max(at)::text from audit_log where entity_id = '" + customer + "'"))
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        sandbox.create("/api/crm/leads", Map.of("name", "Interessada"));
        assertThat(instant("select max(occurred_at)::text from outbox_events"))
                .isCloseTo(then, within(1, ChronoUnit.MINUTES));
        // The session that was opened before is as young as it is.
        sandbox.api().get("/api/profile").then().statusCode(200);
        // Whoever keeps a copy is told of the change, by the same time, once it is sure that none before it is missing.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sandbox.get(
                                "/api/customers?updated_since={since}",
                                then.minus(Duration.ofMinutes(1)).toString())
                        .getList("data.id")
                        .equals(List.of(customer.toString())));
    }

    @Test
    void only_a_sandbox_only_forward_and_only_its_own_clock() {
        TestTenant live = TestTenant.register();
        Instant later = Instant.now().plus(Duration.ofDays(40));
        live.api()
                .body(Map.of("to", later.toString()))
                .post("/api/tenant/clock")
                .then()
                .statusCode(409)
                .body("type", endsWith("not_a_sandbox"));

        move(later).statusCode(200);
        assertThat(clock(sandbox)).isCloseTo(later, within(1, ChronoUnit.MINUTES));
        assertThat(clock(live)).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        for (Instant refused : List.of(Instant.now(), later.minusSeconds(60), later.plus(Duration.ofDays(365 * 21)))) {
            move(refused).statusCode(400).body("violations.field", hasItem("to"));
        }
        assertThat(clock(sandbox)).isCloseTo(later, within(1, ChronoUnit.MINUTES));
        // Others than the operator make nothing a sandbox.
        live.api().post("/api/operator/tenants/{id}/sandbox", live.id()).then().statusCode(404);
    }

    @Test
    void no_column_of_business_is_stamped_by_the_clock_of_machines() throws SQLException {
        // Credentials, and what is written down about the trail and about companies themselves.
        Set<String> real = Set.of(
                "users.password_changed_at",
                "tenants.created_at",
                "tenants.updated_at",
                "second_factors.created_at",
                "recovery_codes.created_at",
                "sessions.created_at",
                "sessions.last_used_at",
                "invitations.created_at",
                "invitations.updated_at",
                "api_keys.created_at",
                "api_keys.updated_at",
                "calendar_feeds.created_at",
                "calendar_feeds.updated_at",
                "security_events.at",
                "audit_redactions.made_at",
                "audit_retirements.made_at");
        Set<String> found = new TreeSet<>();
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select distinct c.table_name || '.' || c.column_name"
                        + " from information_schema.columns c join information_schema.triggers t"
                        + " on t.event_object_table = c.table_name and t.trigger_name = 'audit_insert'"
                        + " where c.column_default in ('now()', 'clock_timestamp()', 'CURRENT_TIMESTAMP')")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        found.removeAll(real);
        assertThat(found).isEmpty();
    }

    private io.restassured.response.ValidatableResponse move(Instant to) {
        return sandbox.api()
                .body(Map.of("to", to.toString()))
                .post("/api/tenant/clock")
                .then();
    }

    private void run() {
        company.finished(UUID.fromString(sandbox.post("/api/jobs/invoice-run/runs", Map.of())
                .statusCode(202)
                .extract()
                .path("id")));
    }

    private static Instant clock(TestTenant of) {
        return Instant.parse(of.get("/api/tenant/clock").getString("now"));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(ZONE).toInstant();
    }

    private static LocalDate day(Object instant) {
        return LocalDate.ofInstant(Instant.parse((String) instant), ZONE);
    }

    private Instant instant(String query) throws SQLException {
        return java.time.OffsetDateTime.parse(ask(query).replace(' ', 'T').replaceFirst("([+-]\\d\\d)$", "$1:00"))
                .toInstant();
    }

    /** As a transaction of the company that was told its clock. */
    private String ask(String statement) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('app.tenant_id', '" + sandbox.id() + "', true)");
            try (ResultSet row = sql.executeQuery(statement)) {
                row.next();
                return row.getString(1);
            } finally {
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
    }
}
