package dev.pulso.company;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CrossOriginTest {
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private TestTenant tenant;
    private String portal;

    @BeforeEach
    void a_company_with_a_portal() {
        tenant = TestTenant.register();
        portal = "https://portal." + tenant.slug() + ".example";
        list(portal);
    }

    @Test
    void a_site_that_a_company_lists_may_call_with_its_token_but_never_with_cookies() {
        preflight(portal, "localhost")
                .statusCode(204)
                .header(ALLOWED, portal)
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("If-Match"))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Vary", containsString("Origin"));
        call(tenant, portal)
                .statusCode(200)
                .header(ALLOWED, portal)
                .header("Access-Control-Expose-Headers", containsString("ETag"))
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    @Test
    void a_site_that_nobody_lists_gets_no_yes() {
        for (String origin : List.of("https://evil.example", "null", "http://portal." + tenant.slug() + ".example")) {
            preflight(origin, "localhost")
                    .statusCode(403)
                    .header(ALLOWED, nullValue())
                    .body("type", endsWith("/origin_not_allowed"));
            call(tenant, origin).statusCode(403).header(ALLOWED, nullValue());
        }
    }

    @Test
    void the_site_of_one_company_reads_nothing_of_another() {
        TestTenant other = TestTenant.register();
        // The preflight cannot tell whose token will come; the call can.
        preflight(portal, "localhost").statusCode(204);
        call(other, portal).statusCode(403).header(ALLOWED, nullValue());
        // By the sub-domain of the other company not even the preflight is answered.
        preflight(portal, other.slug() + ".localhost").statusCode(403).header(ALLOWED, nullValue());
        preflight(portal, tenant.slug() + ".localhost").statusCode(204).header(ALLOWED, portal);
    }

    @Test
    void what_is_taken_from_the_list_is_refused_at_once() {
        list();
        preflight(portal, "localhost").statusCode(403);
        call(tenant, portal).statusCode(403);
    }

    @Test
    void pages_of_this_site_and_programs_without_an_origin_are_not_concerned() {
        call(tenant, io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port)
                .statusCode(200)
                .header(ALLOWED, nullValue());
        given().header("Authorization", "Bearer " + tenant.token(Role.admin))
                .get("/api/tenant")
                .then()
                .statusCode(200)
                .header(ALLOWED, nullValue());
    }

    @Test
    void a_listed_site_may_read_why_it_was_refused() {
        given().header("Origin", portal)
                .get("/api/tenant")
                .then()
                .statusCode(401)
                .header(ALLOWED, portal);
    }

    @Test
    void origins_are_kept_as_browsers_write_them_and_nothing_else_is_one() {
        patch(List.of("https://Portal.Acme.com.br/", "https://portal.acme.com.br:443", "http://localhost:5173"))
                .statusCode(200)
                .body("allowed_origins", equalTo(List.of("http://localhost:5173", "https://portal.acme.com.br")));
        for (String bad : List.of(
                "*",
                "null",
                "https://*.acme.com.br",
                "http://portal.acme.com.br",
                "https://acme.com.br/portal",
                "https://user@acme.com.br",
                "ftp://acme.com.br",
                "acme.com.br",
                "")) {
            patch(List.of(bad)).statusCode(400).body("violations.field", hasItem("allowed_origins"));
        }
        assertThat(tenant.get("/api/tenant").getList("allowed_origins")).hasSize(2);
    }

    private void list(String... origins) {
        patch(List.of(origins)).statusCode(200);
    }

    private ValidatableResponse patch(List<String> origins) {
        return tenant.unchecked()
                .header("If-Match", "\"" + tenant.get("/api/tenant").getInt("version") + "\"")
                .body(Map.of("allowed_origins", origins))
                .patch("/api/tenant")
                .then();
    }

    private static ValidatableResponse preflight(String origin, String host) {
        return given().header("Origin", origin)
                .header("Host", host)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,if-match")
                .options("/api/tenant")
                .then();
    }

    private static ValidatableResponse call(TestTenant as, String origin) {
        return given().header("Origin", origin)
                .header("Authorization", "Bearer " + as.token(Role.admin))
                .get("/api/tenant")
                .then();
    }
}
