package dev.pulso.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TwoTransactions;
import dev.pulso.testing.Mailbox;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has ended a session has ended it, also for a refresh that had begun before and has only to write. */
@QuarkusTest
class EndedSessionsTest {
    @Inject
    TwoTransactions transactions;

    @Inject
    Tenancy tenancy;

    @Inject
    Mailbox mailbox;

    private TestTenant tenant;
    private JsonPath session;

    @BeforeEach
    void a_session() {
        tenant = TestTenant.register();
        session = login();
    }

    @Test
    void a_logout() {
        staysEndedBy(() -> post("/api/auth/logout", Map.of("refresh_token", session.getString("refresh_token")), 204));
    }

    @Test
    void a_password_that_was_set_by_mail() {
        post("/api/auth/forgot-password", Map.of("email", tenant.adminEmail(), "tenant", tenant.slug()), 202);
        String link = mailbox.token(tenant.adminEmail(), "Nova senha");
        staysEndedBy(() ->
                post("/api/auth/reset-password", Map.of("token", link, "password", "another horse battery"), 204));
    }

    @Test
    void a_replay_of_an_old_token_by_somebody_else() {
        String first = session.getString("refresh_token");
        String second = refresh(first).jsonPath().getString("refresh_token");
        String third = refresh(second).jsonPath().getString("refresh_token");
        sql("update refresh_tokens set used_at = used_at - interval '1 hour' where used_at is not null");
        staysEndedBy(third, () -> assertThat(refresh(first).statusCode()).isEqualTo(401));
    }

    @Test
    void one_that_its_owner_ends_in_the_list() {
        JsonPath here = login();
        String id = as(here).get("/api/profile/sessions").jsonPath().getString("data.find { !it.current }.id");
        List<String> all = as(here).get("/api/profile/sessions").jsonPath().getList("data.id");
        assertThat(all).hasSize(3).contains(id);
        staysEndedBy(() -> as(here).delete("/api/profile/sessions").then().statusCode(204));
    }

    @Test
    void a_login_with_the_password_that_is_not_it_any_more() {
        String link = resetLink();
        Response late = transactions.between(
                () -> json().body(Map.of("email", tenant.adminEmail(), "password", tenant.password()))
                        .post("/api/auth/login"),
                "for no key update",
                () -> post(
                        "/api/auth/reset-password", Map.of("token", link, "password", "another horse battery"), 204));
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(sql("select 1 from sessions where revoked_at is null")).isZero();
    }

    @Test
    void a_change_by_the_password_that_is_not_it_any_more() {
        String link = resetLink();
        Response late = transactions.between(
                () -> as(session)
                        .body(Map.of("current_password", tenant.password(), "new_password", "a third horse battery"))
                        .post("/api/profile/password"),
                "for no key update",
                () -> post(
                        "/api/auth/reset-password", Map.of("token", link, "password", "another horse battery"), 204));
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.jsonPath().getList("violations.code")).containsExactly("wrong_password");
        post("/api/auth/login", Map.of("email", tenant.adminEmail(), "password", "another horse battery"), 200);
    }

    private String resetLink() {
        post("/api/auth/forgot-password", Map.of("email", tenant.adminEmail(), "tenant", tenant.slug()), 202);
        return mailbox.token(tenant.adminEmail(), "Nova senha");
    }

    private void staysEndedBy(Runnable end) {
        staysEndedBy(session.getString("refresh_token"), end);
    }

    private void staysEndedBy(String token, Runnable end) {
        Response late = transactions.between(() -> refresh(token), "update sessions", end);
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(as(session).get("/api/profile").statusCode()).isEqualTo(401);
        assertThat(sql("select 1 from sessions where revoked_at is null and id = '" + claim(session) + "'"))
                .isZero();
    }

    /** How many rows it is about. */
    private int sql(String statement) {
        return tenancy.sql(
                        Caller.system(tenant.id(), "test", null),
                        connection -> connection.query(statement).execute())
                .await()
                .atMost(Duration.ofSeconds(10))
                .rowCount();
    }

    /** The id of the session as its access token has it. */
    private static String claim(JsonPath session) {
        String body = session.getString("access_token").split("\\.")[1];
        return JsonPath.from(new String(
                        java.util.Base64.getUrlDecoder().decode(body), java.nio.charset.StandardCharsets.UTF_8))
                .getString("sid");
    }

    private JsonPath login() {
        return json().body(Map.of("email", tenant.adminEmail(), "password", tenant.password()))
                .post("/api/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void post(String path, Map<String, String> body, int status) {
        json().body(body).post(path).then().statusCode(status);
    }

    private static Response refresh(String token) {
        return json().body(Map.of("refresh_token", token)).post("/api/auth/refresh");
    }

    private static io.restassured.specification.RequestSpecification as(JsonPath session) {
        return json().header("Authorization", "Bearer " + session.getString("access_token"));
    }

    private static io.restassured.specification.RequestSpecification json() {
        return given().contentType(ContentType.JSON);
    }
}
