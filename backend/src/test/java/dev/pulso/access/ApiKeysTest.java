package dev.pulso.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.pulso.testing.Contract;
import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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
    void what_a_key_writes_carries_its_name() {
        TestTenant tenant = TestTenant.register();
        String id = with(secret(tenant, "crm.leads:write", "crm.leads:read"))
                .body(Map.of("name", "Lead"))
                .post("/api/crm/leads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        tenant.api()
                .get("/api/audit?entity=leads&entity_id=" + id)
                .then()
                .body("data[0].actor", equalTo("api-key:ERP"));
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
        for (String forged : List.of("pk_", "pk_x_y", key.substring(0, key.length() - 4) + "AAAA", key + "A")) {
            assertThat(with(forged).get("/api/crm/leads").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void the_key_is_told_once_and_only_its_hash_is_kept() throws Exception {
        TestTenant tenant = TestTenant.register();
        JsonPath made = make(tenant, "crm.leads:read");
        String key = made.getString("secret");
        assertThat(key).startsWith(made.getString("key.prefix") + "_");
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
        int status = 200;
        for (int i = 0; i < 700 && status == 200; i++) {
            status = given().header("X-API-Key", key).get("/api/crm/pipelines").statusCode() == 429 ? 429 : 200;
        }
        assertThat(status).isEqualTo(429);
        with(key)
                .get("/api/crm/leads")
                .then()
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
}
