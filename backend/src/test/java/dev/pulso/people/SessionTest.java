package dev.pulso.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionTest {
    private static final String COOKIE = "__Host-pulso_refresh";

    @Test
    void registering_founds_a_company_with_a_pipeline_and_logs_its_admin_in() {
        TestTenant tenant = TestTenant.register();

        var profile = tenant.get("/api/profile");
        assertThat(profile.getString("user.role")).isEqualTo("admin");
        assertThat(profile.getString("tenant.slug")).isEqualTo(tenant.slug());
        assertThat(profile.getString("tenant.time_zone")).isEqualTo("America/Sao_Paulo");
        assertThat(profile.getList("permissions", String.class)).contains("crm.deals:write", "people.users:write");
    }

    @Test
    void a_slug_that_is_taken_is_a_conflict_that_names_the_field_and_leaves_nothing_behind() {
        TestTenant first = TestTenant.register();

        register(first.slug(), "somebody@else.example").statusCode(409).body("violations.field", hasItem("slug"));
        login("somebody@else.example", "correct horse battery").statusCode(401);
    }

    @Test
    void a_slug_that_people_take_for_the_installation_itself_is_nobodys() {
        for (String slug : List.of("www", "admin", "login", "support", "api")) {
            register(slug, "somebody@" + slug + ".example").statusCode(409).body("violations.field", hasItem("slug"));
        }
    }

    @Test
    void two_companies_that_register_the_same_slug_at_once_get_one_tenant() {
        String slug = "race-" + Long.toString(System.nanoTime(), 36);
        List<Integer> answers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> register(slug, "admin" + i + "@" + slug + ".example")
                        .extract()
                        .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void bad_registrations_say_what_is_wrong_with_which_field() {
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "company_name", "", "slug", "No Slug!", "name", "A", "email", "no-mail", "password", "short"))
                .post("/api/auth/register")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", containsInAnyOrder("company_name", "slug", "email", "password"));
    }

    @Test
    void a_wrong_password_and_an_unknown_email_answer_alike() {
        TestTenant tenant = TestTenant.register();
        var wrong = login(tenant.adminEmail(), "wrong password")
                .statusCode(401)
                .extract()
                .jsonPath();
        var unknown = login("nobody@nowhere.example", "wrong password")
                .statusCode(401)
                .extract()
                .jsonPath();
        assertThat(wrong.getString("detail")).isEqualTo(unknown.getString("detail"));
        assertThat(wrong.getString("type")).isEqualTo(unknown.getString("type"));
    }

    @Test
    void an_email_in_two_companies_logs_in_to_the_one_that_is_named() {
        TestTenant a = TestTenant.register();
        TestTenant b = TestTenant.register();
        for (TestTenant tenant : List.of(a, b)) {
            tenant.post(
                            "/api/tenant/users",
                            Map.of(
                                    "name",
                                    "Both",
                                    "email",
                                    "both@" + a.slug() + ".example",
                                    "role",
                                    "agent",
                                    "password",
                                    "correct horse battery"))
                    .statusCode(201);
        }
        for (TestTenant tenant : List.of(a, b)) {
            given().contentType(ContentType.JSON)
                    .body(Map.of(
                            "email",
                            "BOTH@" + a.slug() + ".example",
                            "password",
                            "correct horse battery",
                            "tenant",
                            tenant.slug()))
                    .post("/api/auth/login")
                    .then()
                    .statusCode(200)
                    .body("tenant.id", equalTo(tenant.id().toString()));
        }
    }

    @Test
    void a_twin_that_refreshes_a_moment_later_is_served() {
        TestTenant tenant = TestTenant.register();
        String first = login(tenant.adminEmail(), tenant.password())
                .statusCode(200)
                .extract()
                .path("refresh_token");
        String second = refresh(first).statusCode(200).extract().path("refresh_token");
        String third = refresh(second).statusCode(200).extract().path("refresh_token");

        // Within five seconds a twin (another tab) is served; that is its only excuse.
        refresh(second).statusCode(200);
        assertThat(third).isNotEqualTo(second);
    }

    @Test
    void two_tabs_that_refresh_at_once_both_stay_logged_in() {
        TestTenant tenant = TestTenant.register();
        String token = login(tenant.adminEmail(), tenant.password())
                .statusCode(200)
                .extract()
                .path("refresh_token");

        List<Integer> answers = Stream.of(1, 2, 3)
                .map(tab -> CompletableFuture.supplyAsync(
                        () -> refresh(token).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsOnly(200);
    }

    @Test
    void a_session_that_was_logged_out_does_not_renew() {
        TestTenant tenant = TestTenant.register();
        String token = login(tenant.adminEmail(), tenant.password())
                .statusCode(200)
                .extract()
                .path("refresh_token");

        json().body(Map.of("refresh_token", token))
                .post("/api/auth/logout")
                .then()
                .statusCode(204);
        refresh(token).statusCode(401);
        json().body(Map.of("refresh_token", token))
                .post("/api/auth/logout")
                .then()
                .statusCode(204);
    }

    @Test
    void garbage_for_a_refresh_token_is_no_session() {
        refresh("garbage").statusCode(401);
        refresh("").statusCode(401);
        refresh("A".repeat(107)).statusCode(401);
        json().post("/api/auth/refresh").then().statusCode(401);
    }

    @Test
    void a_browser_holds_its_refresh_token_in_a_cookie_that_only_this_site_can_use() {
        TestTenant tenant = TestTenant.register();
        var answer = json().header("X-Pulso-Client", "web")
                .body(Map.of("email", tenant.adminEmail(), "password", tenant.password()))
                .post("/api/auth/login");
        answer.then().statusCode(200).body("refresh_token", nullValue());
        String header = answer.getHeader("Set-Cookie");
        assertThat(header).contains(COOKIE, "HTTPOnly", "Secure", "SameSite=Strict", "Path=/");
        String cookie = answer.getCookie(COOKIE);

        json().cookie(COOKIE, cookie).post("/api/auth/refresh").then().statusCode(401);
        json().cookie(COOKIE, cookie)
                .header("X-Pulso-Client", "web")
                .header("Origin", "https://evil.example")
                .post("/api/auth/refresh")
                .then()
                .statusCode(401);
        json().cookie(COOKIE, cookie)
                .header("X-Pulso-Client", "web")
                .post("/api/auth/refresh")
                .then()
                .statusCode(200);
    }

    @Test
    void behind_a_proxy_that_ends_tls_the_cookie_counts_from_the_https_address_only() {
        TestTenant tenant = TestTenant.register();
        String cookie = json().header("X-Pulso-Client", "web")
                .body(Map.of("email", tenant.adminEmail(), "password", tenant.password()))
                .post("/api/auth/login")
                .getCookie(COOKIE);
        for (String origin : List.of("http://app.example", "https://app.example.evil.example")) {
            behindProxy(cookie, origin).statusCode(401);
        }
        behindProxy(cookie, "https://app.example").statusCode(200);
    }

    private static ValidatableResponse behindProxy(String cookie, String origin) {
        return json().cookie(COOKIE, cookie)
                .header("X-Pulso-Client", "web")
                .header("Host", "app.example")
                .header("X-Forwarded-Proto", "https")
                .header("Origin", origin)
                .post("/api/auth/refresh")
                .then();
    }

    private static ValidatableResponse register(String slug, String email) {
        return json().body(Map.of(
                        "company_name",
                        "Company",
                        "slug",
                        slug,
                        "name",
                        "Admin",
                        "email",
                        email,
                        "password",
                        "correct horse battery"))
                .post("/api/auth/register")
                .then();
    }

    private static ValidatableResponse login(String email, String password) {
        return json().body(Map.of("email", email, "password", password))
                .post("/api/auth/login")
                .then();
    }

    private static ValidatableResponse refresh(String token) {
        return json().body(Map.of("refresh_token", token))
                .post("/api/auth/refresh")
                .then();
    }

    private static RequestSpecification json() {
        return given().contentType(ContentType.JSON);
    }
}
