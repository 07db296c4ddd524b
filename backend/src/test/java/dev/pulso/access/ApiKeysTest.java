package dev.pulso.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.testing.Contract;
import dev.pulso.testing.Operator;
import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiKeysTest {
    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    @Test
    void a_key_does_what_its_scopes_say_by_either_header_and_no_more() {
        TestTenant tenant = TestTenant.register();
        String key = secret(tenant, "crm.leads:read", "crm.leads:write");

        assertThat(with(key).get("/api/crm/leads").statusCode()).isEqualTo(200);
        given().filter(Contract.RESPONSE)
                .header("X-API-Key", key)
                .get("/api/crm/leads")
                .then()
                .statusCode(200)
                .header("RateLimit-Limit", "600");
        assertThat(with(key).get("/api/crm/deals").statusCode()).isEqualTo(403);
        // What is about a person is for people.
        assertThat(with(key).get("/api/profile").statusCode()).isEqualTo(403);
    }

    @Test
    void what_a_key_writes_carries_its_name_and_id() {
        TestTenant tenant = TestTenant.register();
        JsonPath made = make(tenant, "crm.leads:write", "crm.leads:read");
        make(tenant, "crm.leads:write");
        String id = with(made.getString("secret"))
                .body(Map.of("name", "Lead"))
                .post("/api/crm/leads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        tenant.api()
                .get("/api/audit?entity=leads&entity_id=" + id)
                .then()
                .body("data[0].actor", equalTo("api-key:ERP"))
                .body("data[0].actor_id", equalTo(made.getString("key.id")));
        assertThat(tenant.get("/api/audit?actor_id={key}", made.getString("key.id"))
                        .getList("data.entity_id"))
                .containsExactly(id);
    }

    @Test
    void what_a_file_brings_that_a_key_sent_carries_its_id_too() {
        TestTenant tenant = TestTenant.register();
        JsonPath made = make(
                tenant,
                "imports.imports:write",
                "crm.pipelines:write",
                "crm.deals:read",
                "crm.deals:write",
                "crm.companies:write",
                "crm.contacts:write");
        given().header("X-API-Key", made.getString("secret"))
                .multiPart("kind", "deals")
                .multiPart("mapping", "{\"title\": \"title\"}")
                .multiPart("file", "deals.csv", "title\nOne\n".getBytes(), "text/csv")
                .post("/api/imports")
                .then()
                .statusCode(202);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(tenant.get("/api/crm/deals").getList("data.title"))
                        .containsExactly("One"));
        String deal = tenant.get("/api/crm/deals").getString("data[0].id");
        assertThat(tenant.get("/api/audit?entity=deals&entity_id=" + deal).getList("data.actor_id"))
                .containsOnly(made.getString("key.id"));
        assertThat(tenant.get("/api/crm/deals/" + deal).getString("owner_id")).isNull();
    }

    @Test
    void two_keys_of_one_name_do_not_share_what_they_sent_once() {
        TestTenant tenant = TestTenant.register();
        String one = secret(tenant, "crm.leads:write");
        String other = secret(tenant, "crm.leads:write");
        String first = post(one).statusCode(201).extract().path("id");
        post(one).statusCode(201).header("Idempotent-Replayed", "true").body("id", equalTo(first));
        post(other).statusCode(201).header("Idempotent-Replayed", nullValue()).body("id", not(equalTo(first)));
        assertThat(tenant.get("/api/crm/leads").getList("data")).hasSize(2);
    }

    @Test
    void an_answer_that_the_release_before_kept_under_the_name_of_a_key_still_counts() throws Exception {
        TestTenant tenant = TestTenant.register();
        JsonPath made = make(tenant, "crm.leads:write");
        String first = post(made.getString("secret")).statusCode(201).extract().path("id");
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
            assertThat(statement.executeUpdate("update idempotency_keys set actor = 'api-key:ERP' where actor = '"
                            + made.getString("key.id") + "'"))
                    .isEqualTo(1);
            connection.commit();
        }
        post(made.getString("secret"))
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("id", equalTo(first));
    }

    private static io.restassured.response.ValidatableResponse post(String key) {
        return with(key)
                .header("Idempotency-Key", "lead-1")
                .body(Map.of("name", "Lead"))
                .post("/api/crm/leads")
                .then();
    }

    @Test
    void a_revoked_key_is_refused_at_its_next_request() {
        TestTenant tenant = TestTenant.register();
        JsonPath made = make(tenant, "crm.leads:read");
        String key = made.getString("secret");
        assertThat(with(key).get("/api/crm/leads").statusCode()).isEqualTo(200);
        tenant.api()
                .delete("/api/tenant/api-keys/" + made.getString("key.id"))
                .then()
                .statusCode(204);
        assertThat(with(key).get("/api/crm/leads").statusCode()).isEqualTo(401);
        tenant.api().get("/api/tenant/api-keys").then().body("data[0].status", equalTo("revoked"));
    }

    @Test
    void an_expired_key_is_refused() throws Exception {
        TestTenant tenant = TestTenant.register();
        String soon = Instant.now().plus(4, ChronoUnit.SECONDS).toString();
        String key = tenant.post(
                        "/api/tenant/api-keys",
                        Map.of("name", "ERP", "scopes", List.of("crm.leads:read"), "expires_at", soon))
                .statusCode(201)
                .extract()
                .path("secret");
        assertThat(with(key).get("/api/crm/leads").statusCode()).isEqualTo(200);
        org.awaitility.Awaitility.await()
                .untilAsserted(() ->
                        assertThat(with(key).get("/api/crm/leads").statusCode()).isEqualTo(401));
        tenant.api()
                .body(Map.of("name", "ERP", "scopes", List.of("crm.leads:read"), "expires_at", "2020-01-01T00:00:00Z"))
                .post("/api/tenant/api-keys")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("expires_at"));
    }

    @Test
    void a_forged_key_or_one_of_another_company_opens_nothing() {
        TestTenant ours = TestTenant.register();
        TestTenant theirs = TestTenant.register();
        String lead = ours.create("/api/crm/leads", Map.of("name", "Ours")).toString();
        String key = secret(theirs, "crm.leads:read");
        assertThat(with(key).get("/api/crm/leads/" + lead).statusCode()).isEqualTo(404);
        assertThat(with(key).get("/api/crm/leads").asString()).doesNotContain(lead);
        for (String forged : List.of(
                "pulso_live_",
                "pulso_live_x_y",
                "pk_",
                "pk_x_y",
                key.substring(0, key.length() - 4) + "AAAA",
                key + "A")) {
            assertThat(with(forged).get("/api/crm/leads").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void the_key_is_told_once_and_only_its_hash_is_kept() throws Exception {
        TestTenant tenant = TestTenant.register();
        JsonPath made = make(tenant, "crm.leads:read");
        String key = made.getString("secret");
        assertThat(key).startsWith(made.getString("key.prefix")).startsWith("pulso_live_");
        assertThat(tenant.api().get("/api/tenant/api-keys").asString()).doesNotContain(key);
        assertThat(tenant.api().get("/api/audit?entity=api_keys").asString())
                .doesNotContain(key)
                .doesNotContain("key_hash");
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
            try (ResultSet row = sql.executeQuery("select length(key_hash), api_keys::text from api_keys")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(32);
                assertThat(row.getString(2)).doesNotContain(key.substring(key.length() - 20));
            }
            connection.rollback();
        }
    }

    @Test
    void a_secret_that_a_repeat_tells_again_lies_readable_nowhere() throws Exception {
        TestTenant tenant = TestTenant.register();
        Map<String, Object> body = Map.of("name", "ERP", "scopes", List.of("crm.leads:read"));
        JsonPath made = twice(tenant, "/api/tenant/api-keys", body);
        JsonPath next = twice(tenant, "/api/tenant/api-keys/" + made.getString("key.id") + "/rotate", Map.of());
        String rows = everyRowOf(tenant);
        assertThat(rows).contains(made.getString("key.prefix"), next.getString("key.prefix"));
        for (JsonPath told : List.of(made, next)) {
            String secret = told.getString("secret");
            String half = secret.substring(secret.length() / 2);
            assertThat(rows)
                    .doesNotContain(half)
                    .doesNotContain(HexFormat.of().formatHex(half.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** The answer of a POST that is sent twice with one key; the second tells the same. */
    private static JsonPath twice(TestTenant tenant, String path, Map<String, Object> body) {
        String key = UUID.randomUUID().toString();
        Response first = tenant.api().header("Idempotency-Key", key).body(body).post(path);
        Response again = tenant.api().header("Idempotency-Key", key).body(body).post(path);
        again.then().statusCode(201).header("Idempotent-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        return first.jsonPath();
    }

    /** All that the database keeps of a company, as text; bytes in hexadecimal digits. */
    private String everyRowOf(TestTenant tenant) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = sql.executeQuery("select c.relname from pg_class c join pg_attribute a on"
                    + " a.attrelid = c.oid and a.attname = 'tenant_id' where c.relnamespace = 'public'::regnamespace"
                    + " and c.relkind in ('r', 'p') and not c.relispartition")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            assertThat(tables).contains("idempotency_keys", "audit_log", "outbox_events");
            for (String table : tables) {
                try (ResultSet rows = sql.executeQuery(
                        "select t::text from " + table + " t where tenant_id = '" + tenant.id() + "'")) {
                    while (rows.next()) {
                        all.append(rows.getString(1)).append('\n');
                    }
                }
            }
            connection.rollback();
        }
        return all.toString();
    }

    @Test
    void the_last_use_is_shown() {
        TestTenant tenant = TestTenant.register();
        String key = secret(tenant, "crm.leads:read");
        assertThat(tenant.get("/api/tenant/api-keys").getString("data[0].last_used_at"))
                .isNull();
        with(key).get("/api/crm/leads").then().statusCode(200);
        assertThat(tenant.get("/api/tenant/api-keys").getString("data[0].last_used_at"))
                .isNotNull();
    }

    @Test
    void a_key_gets_no_more_than_its_maker_has_and_makes_no_keys() {
        TestTenant tenant = TestTenant.register();
        String role = tenant.create(
                        "/api/roles",
                        Map.of(
                                "name",
                                "Integrations",
                                "permissions",
                                List.of("access.api_keys:write", "crm.leads:read")))
                .toString();
        Person ana = Person.join(tenant, role);
        for (String beyond : List.of("crm.deals:read", "access.api_keys:write")) {
            ana.api()
                    .body(Map.of("name", "ERP", "scopes", List.of(beyond)))
                    .post("/api/tenant/api-keys")
                    .then()
                    .statusCode(403)
                    .body("type", endsWith("/beyond_own_rights"));
        }
        tenant.api()
                .body(Map.of("name", "ERP", "scopes", List.of("crm.leads:everything")))
                .post("/api/tenant/api-keys")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("scopes"));
        tenant.as(Role.manager)
                .body(Map.of("name", "ERP", "scopes", List.of("crm.leads:read")))
                .post("/api/tenant/api-keys")
                .then()
                .statusCode(403);
    }

    @Test
    void who_asks_too_often_waits_and_is_told_how_long() {
        TestTenant tenant = TestTenant.register();
        String key = secret(tenant, "crm.leads:read");
        String other = secret(tenant, "crm.leads:read");
        // What comes back while they are asked is a fraction of what is asked, on the slowest machine too.
        Response answer = with(key).get("/api/crm/leads");
        for (int i = 0; i < 5_000 && answer.statusCode() == 200; i++) {
            answer = given().header("X-API-Key", key).get("/api/crm/leads");
        }
        answer.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("RateLimit-Remaining", "0")
                .header("Retry-After", "1");
        assertThat(with(other).get("/api/crm/leads").statusCode()).isEqualTo(200);
    }

    @Test
    void who_guesses_a_password_waits_and_others_do_not() {
        TestTenant tenant = TestTenant.register();
        Person ana = Person.join(tenant, "viewer");
        int status = 401;
        for (int i = 0; i < 12 && status == 401; i++) {
            status = login(tenant, ana.email(), "wrong password");
        }
        assertThat(status).isEqualTo(429);
        assertThat(login(tenant, ana.email(), tenant.password())).isEqualTo(429);
        assertThat(login(tenant, tenant.adminEmail(), tenant.password())).isEqualTo(200);
        // An account that does not exist is answered alike.
        status = 401;
        for (int i = 0; i < 12 && status == 401; i++) {
            status = login(tenant, "nobody@" + tenant.slug() + ".example", "wrong password");
        }
        assertThat(status).isEqualTo(429);
    }

    private static int login(TestTenant tenant, String email, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", password, "tenant", tenant.slug()))
                .post("/api/auth/login")
                .statusCode();
    }

    private static String secret(TestTenant tenant, String... scopes) {
        return make(tenant, scopes).getString("secret");
    }

    private static JsonPath make(TestTenant tenant, String... scopes) {
        return tenant.post("/api/tenant/api-keys", Map.of("name", "ERP", "scopes", List.of(scopes)))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification with(String key) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + key);
    }

    @Test
    void a_rotated_key_goes_on_working_beside_its_successor_until_its_hours_are_over() {
        TestTenant tenant = TestTenant.register();
        JsonPath old = make(tenant, "crm.leads:read");
        String key = old.getString("secret");
        assertThat(with(key).get("/api/crm/leads").statusCode()).isEqualTo(200);

        JsonPath next = rotate(tenant, old, Map.of("overlap_hours", 48))
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(with(key).get("/api/crm/leads").statusCode()).isEqualTo(200);
        assertThat(with(next.getString("secret")).get("/api/crm/leads").statusCode())
                .isEqualTo(200);
        assertThat(with(next.getString("secret")).get("/api/crm/deals").statusCode())
                .isEqualTo(403);

        JsonPath list = tenant.get("/api/tenant/api-keys");
        String replaced = "data.find { it.id == '" + old.getString("key.id") + "' }.";
        assertThat(list.getString(replaced + "replaced_by_id")).isEqualTo(next.getString("key.id"));
        assertThat(list.getString(replaced + "status")).isEqualTo("active");
        assertThat(Instant.parse(list.getString(replaced + "expires_at")))
                .isBetween(
                        Instant.now().plus(47, ChronoUnit.HOURS), Instant.now().plus(48, ChronoUnit.HOURS));
        assertThat(next.getString("key.name")).isEqualTo("ERP");
        assertThat(next.getString("key.expires_at")).isNull();
        assertThat(next.getString("key.pulso_version")).isEqualTo(old.getString("key.pulso_version"));
    }

    @Test
    void a_rotation_without_overlap_ends_the_old_key_at_its_next_request() {
        TestTenant tenant = TestTenant.register();
        JsonPath old = make(tenant, "crm.leads:read");
        assertThat(with(old.getString("secret")).get("/api/crm/leads").statusCode())
                .isEqualTo(200);
        JsonPath next = rotate(tenant, old, Map.of("overlap_hours", 0))
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(with(old.getString("secret")).get("/api/crm/leads").statusCode())
                .isEqualTo(401);
        assertThat(with(next.getString("secret")).get("/api/crm/leads").statusCode())
                .isEqualTo(200);
        tenant.api()
                .get("/api/tenant/api-keys")
                .then()
                .body("data.find { it.id == '" + old.getString("key.id") + "' }.status", equalTo("expired"));
    }

    @Test
    void the_successor_lives_as_long_as_the_old_key_was_to_unless_told_otherwise() {
        TestTenant tenant = TestTenant.register();
        Instant end = Instant.now().plus(10, ChronoUnit.DAYS);
        JsonPath old = tenant.post(
                        "/api/tenant/api-keys",
                        Map.of("name", "ERP", "scopes", List.of("crm.leads:read"), "expires_at", end.toString()))
                .statusCode(201)
                .extract()
                .jsonPath();
        // Without a body: a day.
        JsonPath next = tenant.api()
                .post("/api/tenant/api-keys/" + old.getString("key.id") + "/rotate")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(Instant.parse(next.getString("key.expires_at")))
                .isCloseTo(end, org.assertj.core.api.Assertions.within(1, ChronoUnit.MINUTES));
        Map<String, Object> forever = new java.util.HashMap<>();
        forever.put("expires_at", null);
        rotate(tenant, next, forever).statusCode(201).body("key.expires_at", org.hamcrest.Matchers.nullValue());
        JsonPath last = make(tenant, "crm.leads:read");
        rotate(tenant, last, Map.of("expires_at", "2020-01-01T00:00:00Z"))
                .statusCode(400)
                .body("violations[0].field", equalTo("expires_at"));
        tenant.unchecked()
                .body(Map.of("overlap_hours", 721))
                .post("/api/tenant/api-keys/" + last.getString("key.id") + "/rotate")
                .then()
                .statusCode(400);
    }

    @Test
    void only_a_key_that_counts_and_has_no_successor_is_rotated_by_who_may_give_its_scopes() throws Exception {
        TestTenant tenant = TestTenant.register();
        JsonPath revoked = make(tenant, "crm.leads:read");
        tenant.api()
                .delete("/api/tenant/api-keys/" + revoked.getString("key.id"))
                .then()
                .statusCode(204);
        rotate(tenant, revoked, Map.of()).statusCode(409).body("type", endsWith("/api_key_ended"));

        JsonPath key = make(tenant, "crm.leads:read");
        // Two at once: one of them makes the successor.
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(java.util.Collections.nCopies(
                    2, () -> rotate(tenant, key, Map.of()).extract().statusCode()));
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(201, 409);
        }
        JsonPath deals = make(tenant, "crm.deals:read");
        String role = tenant.create(
                        "/api/roles",
                        Map.of("name", "Keys", "permissions", List.of("access.api_keys:write", "crm.leads:read")))
                .toString();
        Person.join(tenant, role)
                .api()
                .post("/api/tenant/api-keys/" + deals.getString("key.id") + "/rotate")
                .then()
                .statusCode(403)
                .body("type", endsWith("/beyond_own_rights"));
        assertThat(with(deals.getString("secret")).get("/api/crm/deals").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_program_learns_who_and_where_it_is() {
        TestTenant tenant = TestTenant.register();
        JsonPath made = make(tenant, "crm.leads:read", "billing.invoices:read");
        JsonPath me = given().filter(Contract.RESPONSE)
                .spec(with(made.getString("secret")))
                .get("/api/me")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(me.getString("kind")).isEqualTo("api_key");
        assertThat(me.getString("user")).isNull();
        assertThat(me.getString("api_key.id")).isEqualTo(made.getString("key.id"));
        assertThat(me.getList("permissions")).isEqualTo(List.of("billing.invoices:read", "crm.leads:read"));
        assertThat(me.getString("tenant.id")).isEqualTo(tenant.id().toString());
        assertThat(me.getString("tenant.time_zone")).isEqualTo("America/Sao_Paulo");
        assertThat(me.getBoolean("sandbox")).isFalse();
        assertThat(me.getString("pulso_version")).isEqualTo(made.getString("key.pulso_version"));
        assertThat(me.getInt("limits.requests_per_minute")).isEqualTo(600);
        assertThat(me.getInt("limits.tenant_requests_per_minute")).isPositive();
        assertThat(with(made.getString("secret")).get("/api/tenant").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_person_learns_the_same_about_itself() {
        TestTenant tenant = TestTenant.register();
        Person ana = Person.join(tenant, "viewer");
        ana.api()
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("kind", equalTo("person"))
                .body("api_key", org.hamcrest.Matchers.nullValue())
                .body("user.email", equalTo(ana.email()))
                .body("user.role", equalTo("viewer"))
                .body("permissions", hasItem("crm.leads:read"))
                .body("permissions", org.hamcrest.Matchers.not(hasItem("crm.leads:write")))
                .body("pulso_version", equalTo("2026-11-30"));
    }

    @Test
    void a_key_from_before_the_check_sum_goes_on_working() throws Exception {
        TestTenant tenant = TestTenant.register();
        JsonPath made = make(tenant, "crm.leads:read");
        dev.pulso.edge.security.OpaqueToken token = dev.pulso.edge.security.OpaqueToken.next(
                tenant.id(), java.util.UUID.fromString(made.getString("key.id")));
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
            sql.execute("update api_keys set prefix = 'pk_5f0a7b21', key_hash = '\\x"
                    + java.util.HexFormat.of().formatHex(token.hash()) + "' where id = '" + token.rowId() + "'");
            connection.commit();
        }
        assertThat(with("pk_5f0a7b21_" + token.encode()).get("/api/crm/leads").statusCode())
                .isEqualTo(200);
        given().header("X-API-Key", "pk_5f0a7b21_" + token.encode())
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("api_key.prefix", equalTo("pk_5f0a7b21"));
    }

    @Test
    void the_key_of_a_sandbox_says_that_it_is_one() throws Exception {
        TestTenant tenant = TestTenant.register();
        Operator.sandbox(tenant.id());
        JsonPath made = make(tenant, "crm.leads:read");
        assertThat(made.getString("secret")).startsWith("pulso_test_");
        with(made.getString("secret")).get("/api/me").then().statusCode(200).body("sandbox", equalTo(true));
    }

    private static io.restassured.response.ValidatableResponse rotate(
            TestTenant tenant, JsonPath key, Map<String, ?> body) {
        return tenant.api()
                .body(body)
                .post("/api/tenant/api-keys/" + key.getString("key.id") + "/rotate")
                .then();
    }
}
