package dev.pulso.edge.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a browser is told with every answer, whatever it asked for and however that ended. */
@QuarkusTest
class EveryAnswerTest {
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");

    @Inject
    Router router;

    @Test
    void every_route_of_the_server_answers_with_all_headers() {
        Set<String> paths = new TreeSet<>();
        for (Route route : router.getRoutes()) {
            if (route.getPath() != null) {
                paths.add(route.getPath().replaceAll(":[A-Za-z_]+", "0197a0c2-7b5e-7c3f-9f43-1c2d3e4f5a6b"));
            }
        }
        assertThat(paths).contains("/openapi.json", "/q/ping");
        for (String path : paths) {
            holds(
                    path,
                    given().header("Accept", "text/html")
                            .redirects()
                            .follow(false)
                            .get(path));
            holds(
                    path,
                    given().header("Accept", "*/*").redirects().follow(false).get(path));
        }
    }

    @Test
    void every_page_of_the_app_is_as_safe_and_as_fresh_as_its_first_one() {
        for (String page : new String[] {
            "/", "/index.html", "/login", "/reset-password", "/invitation", "/settings/security", "/crm/deals/7"
        }) {
            Response answer =
                    given().header("Accept", "text/html,application/xhtml+xml").get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            holds(page, answer);
            assertThat(answer.headers().getValues("Cache-Control")).as(page).containsExactly("no-cache");
            assertThat(answer.getHeader("Content-Security-Policy"))
                    .as(page)
                    .contains("script-src 'self'", "frame-ancestors 'none'");
        }
    }

    @Test
    void however_it_ends_the_headers_are_there() {
        TestTenant tenant = TestTenant.register();
        Map<Integer, Response> ends = new LinkedHashMap<>();
        ends.put(201, tenant.api().body(Map.of("name", "Ana")).post("/api/crm/leads"));
        String id = ends.get(201).jsonPath().getString("id");
        ends.put(200, tenant.api().get("/api/crm/leads/{id}", id));
        ends.put(
                304,
                tenant.api()
                        .header("If-None-Match", ends.get(200).getHeader("ETag"))
                        .get("/api/crm/leads/{id}", id));
        ends.put(204, tenant.api().delete("/api/crm/leads/{id}", id));
        ends.put(400, tenant.unchecked().body("{").post("/api/crm/leads"));
        ends.put(401, given().get("/api/tenant"));
        ends.put(
                403,
                tenant.as(TestTenant.Role.viewer).body(Map.of("name", "Ana")).post("/api/crm/leads"));
        ends.put(404, given().get("/nothing.here"));
        ends.put(405, given().request("PROBE", "/api/tenant"));
        ends.put(
                413,
                given().contentType(ContentType.JSON)
                        .body(new byte[2 * 1024 * 1024])
                        .post("/api/auth/login"));
        ends.put(414, given().get("/api/tenant?" + "a".repeat(5000)));
        ends.put(415, given().contentType("text/plain").body("x").post("/api/auth/login"));
        ends.put(
                500,
                given().header("Authorization", "Bearer " + tenant.token(TestTenant.Role.admin))
                        .get("/api/probe/bug"));
        ends.forEach((status, answer) -> {
            assertThat(answer.statusCode()).isEqualTo(status);
            holds("answer " + status, answer);
        });
    }

    private static void holds(String what, Response answer) {
        ALWAYS.forEach((name, value) -> assertThat(answer.headers().getValues(name))
                .as("%s of %s", name, what)
                .containsExactly(value));
        assertThat(answer.headers().getValues("X-Request-Id")).as(what).hasSize(1);
        assertThat(answer.headers().getValues("Content-Security-Policy"))
                .as(what)
                .hasSize(1);
        assertThat(answer.headers().getValues("Cache-Control"))
                .as("caching of " + what)
                .hasSize(1);
    }
}
