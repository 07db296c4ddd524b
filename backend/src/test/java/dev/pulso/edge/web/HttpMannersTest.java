package dev.pulso.edge.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What HTTP itself promises: methods, addresses, copies, media types, versions. */
@QuarkusTest
class HttpMannersTest {
    @TestHTTPResource("/")
    URI server;

    @Inject
    @DataSource("owner")
    AgroalDataSource database;

    private static RequestSpecification as(TestTenant tenant) {
        return given().header("Authorization", "Bearer " + tenant.token(Role.admin));
    }

    @Test
    void a_method_that_an_address_does_not_have_is_answered_with_those_it_has() {
        TestTenant tenant = TestTenant.register();
        as(tenant).put("/api/customers").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS, POST");
        as(tenant)
                .put("/api/customers/" + UUID.randomUUID())
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, OPTIONS, PATCH");
        as(tenant).patch("/api/tenant/users/invitations").then().header("Allow", "GET, HEAD, OPTIONS, POST");
        given().options("/api/auth/login").then().statusCode(204).header("Allow", "OPTIONS, POST");
        given().options("/api/nothing").then().statusCode(404);
    }

    @Test
    void an_address_has_one_spelling() {
        TestTenant tenant = TestTenant.register();
        for (String path : List.of("//api/customers", "/api//customers", "/api/customers//")) {
            assertThat(raw("GET", path, tenant.token(Role.admin)).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void a_head_tells_what_a_get_would() throws Exception {
        TestTenant tenant = TestTenant.register();
        String token = tenant.token(Role.admin);
        HttpResponse<String> get = raw("GET", "/api/profile", token);
        HttpResponse<String> head = raw("HEAD", "/api/profile", token);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : List.of("ETag", "Content-Type", "Content-Length", "Cache-Control")) {
            assertThat(head.headers().firstValue(name))
                    .as(name)
                    .isEqualTo(get.headers().firstValue(name))
                    .isPresent();
        }
        assertThat(raw("HEAD", "/api/profile", "none").statusCode()).isEqualTo(401);
        assertThat(raw("HEAD", "/api/customers/" + UUID.randomUUID(), token).statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> raw(String method, String path, String token) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.toString().replaceAll("/$", "") + path))
                            .header("Authorization", "Bearer " + token)
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_has_a_tag_may_be_kept_and_is_asked_for_again() {
        TestTenant tenant = TestTenant.register();
        Response read = as(tenant).get("/api/customers");
        assertThat(read.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(read.headers().getValues("Vary")).contains("Accept-Encoding", "Origin");
        assertThat(read.header("ETag")).startsWith("W/");
        assertThat(as(tenant).get("/api/nowhere").header("Cache-Control")).isEqualTo("no-store");
        assertThat(as(tenant)
                        .contentType("application/json")
                        .body("{\"name\": \"Sul\"}")
                        .post("/api/teams")
                        .header("Cache-Control"))
                .isIn("no-store", "private, no-cache");
        assertThat(given().get("/api/profile").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void what_is_made_says_where_it_lies() {
        TestTenant tenant = TestTenant.register();
        Response made = as(tenant)
                .contentType("application/json")
                .body(Map.of("name", "Ana"))
                .post("/api/crm/leads");
        assertThat(made.header("Location")).isEqualTo("/api/crm/leads/" + made.path("id"));
        as(tenant).get(made.header("Location")).then().statusCode(200).body("name", equalTo("Ana"));
    }

    @Test
    void an_edit_may_call_itself_a_merge_patch() {
        TestTenant tenant = TestTenant.register();
        UUID lead = tenant.create("/api/crm/leads", Map.of("name", "Ana", "email", "ana@example.com"));
        as(tenant)
                .header("If-Match", "\"0\"")
                .contentType("application/merge-patch+json")
                .body("{\"email\": null}")
                .patch("/api/crm/leads/" + lead)
                .then()
                .statusCode(200)
                .body("email", equalTo(null));
        as(tenant)
                .contentType("application/merge-patch+json")
                .body("{}")
                .post("/api/crm/leads")
                .then()
                .statusCode(415);
    }

    @Test
    void the_contract_comes_compressed_and_not_again_to_who_has_it() {
        Response first = given().header("Accept-Encoding", "gzip").get("/openapi.json");
        assertThat(first.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(first.path("info.title").toString()).isEqualTo("Pulso API");
        given().header("If-None-Match", first.header("ETag"))
                .get("/openapi.json")
                .then()
                .statusCode(304);
    }

    @Test
    void an_answer_tells_its_version_and_a_key_keeps_the_one_it_was_made_with() throws Exception {
        TestTenant tenant = TestTenant.register();
        as(tenant).get("/api/profile").then().header("Pulso-Version", ApiVersions.oldest());
        as(tenant)
                .header("Pulso-Version", ApiVersions.newest())
                .get("/api/profile")
                .then()
                .header("Pulso-Version", ApiVersions.newest());
        as(tenant)
                .header("Pulso-Version", "2020-01-01")
                .get("/api/profile")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("Pulso-Version"))
                .body("type", endsWith("/invalid"))
                .body("detail", containsString(ApiVersions.newest()));
        var made = tenant.post(
                        "/api/tenant/api-keys", Map.of("name", "ERP", "scopes", List.of("customers.customers:read")))
                .extract();
        String key = made.path("secret");
        given().header("X-API-Key", key).get("/api/customers").then().header("Pulso-Version", ApiVersions.newest());
        String old = tenant.post(
                        "/api/tenant/api-keys", Map.of("name", "Older", "scopes", List.of("customers.customers:read")))
                .extract()
                .path("secret");
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
            connection
                    .createStatement()
                    .executeUpdate(
                            "update api_keys set api_version = '2026-01-01' where name = 'Older' and tenant_id = '"
                                    + tenant.id() + "'");
            connection.commit();
        }
        given().header("X-API-Key", old).get("/api/customers").then().header("Pulso-Version", "2026-01-01");
        given().header("X-API-Key", old)
                .header("Pulso-Version", ApiVersions.newest())
                .get("/api/customers")
                .then()
                .header("Pulso-Version", ApiVersions.newest());
    }
}
