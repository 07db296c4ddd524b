package dev.pulso.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnSessionsTest {
    private static final String SESSIONS = "/api/profile/sessions";

    @Inject
    Tenancy tenancy;

    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void people_see_where_they_are_logged_in_and_which_of_it_is_here() {
        JsonPath phone = login("Phone/1.0");
        as(phone)
                .get(SESSIONS)
                .then()
                .statusCode(200)
                .body("data", hasSize(2))
                .body("data.findAll { it.current }.user_agent", equalTo(java.util.List.of("Phone/1.0")))
                .body("data.address", hasItems("127.0.0.1"))
                .body("data[0].last_used_at", notNullValue());
    }

    @Test
    void a_session_that_was_revoked_is_refused_at_its_next_request_and_does_not_renew() {
        JsonPath lost = login("Lost/1.0");
        assertThat(as(lost).get("/api/profile").statusCode()).isEqualTo(200);
        String id = tenant.get(SESSIONS).getString("data.find { it.user_agent == 'Lost/1.0' }.id");

        tenant.api().delete(SESSIONS + "/{id}", id).then().statusCode(204);

        assertThat(as(lost).get("/api/profile").statusCode()).isEqualTo(401);
        assertThat(refresh(lost.getString("refresh_token")).statusCode()).isEqualTo(401);
        tenant.api().get(SESSIONS).then().body("data", hasSize(1));
    }

    @Test
    void all_other_sessions_end_at_once_and_the_one_that_asks_goes_on() {
        JsonPath here = login("Here/1.0");
        JsonPath there = login("There/1.0");
        as(here).delete(SESSIONS).then().statusCode(204);

        assertThat(as(there).get("/api/profile").statusCode()).isEqualTo(401);
        assertThat(tenant.unchecked().get("/api/profile").statusCode()).isEqualTo(401);
        as(here).get(SESSIONS).then().statusCode(200).body("data", hasSize(1));
        assertThat(refresh(here.getString("refresh_token")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_session_of_somebody_else_does_not_exist() {
        String colleague =
                tenant.as(TestTenant.Role.agent).get(SESSIONS).jsonPath().getString("data[0].id");
        TestTenant other = TestTenant.register();
        String theirs = other.get(SESSIONS).getString("data[0].id");

        for (String id : new String[] {colleague, theirs, UUID.randomUUID().toString()}) {
            tenant.api().delete(SESSIONS + "/{id}", id).then().statusCode(404);
        }
        tenant.as(TestTenant.Role.agent).get(SESSIONS).then().body("data", hasSize(1));
    }

    @Test
    void a_lost_answer_of_a_refresh_that_is_asked_for_again_half_a_minute_later_logs_nobody_out() {
        for (boolean web : new boolean[] {false, true}) {
            Client client = new Client(web);
            String first = client.login();
            client.refresh(first).then().statusCode(200);
            earlier("30 seconds");

            String again = client.token(client.refresh(first));
            earlier("20 seconds");
            assertThat(client.refresh(again).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void an_old_token_is_no_good_once_its_successor_was_used_and_ends_the_session() {
        for (boolean web : new boolean[] {false, true}) {
            Client client = new Client(web);
            String first = client.login();
            String second = client.token(client.refresh(first));
            String third = client.token(client.refresh(second));
            // Two tabs have five seconds; nobody waits for them here.
            earlier("6 seconds");

            assertThat(client.refresh(first).statusCode()).isEqualTo(401);
            assertThat(client.refresh(third).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void an_old_token_is_no_good_after_a_minute_and_ends_the_session() {
        JsonPath session = login("Copied/1.0");
        String first = session.getString("refresh_token");
        String second = refresh(first).jsonPath().getString("refresh_token");
        earlier("61 seconds");

        assertThat(refresh(first).statusCode()).isEqualTo(401);
        assertThat(refresh(second).statusCode()).isEqualTo(401);
        assertThat(as(session).get("/api/profile").statusCode()).isEqualTo(401);
    }

    /** Who copied a token gets a successor of their own while the answer counts as lost; two lines of one session are one too many. */
    @Test
    void of_two_successors_of_one_token_the_second_to_be_used_ends_the_session() {
        Client client = new Client(false);
        String first = client.login();
        String owners = client.token(client.refresh(first));
        String thiefs = client.token(client.refresh(first));
        String next = client.token(client.refresh(owners));
        earlier("6 seconds");

        assertThat(client.refresh(thiefs).statusCode()).isEqualTo(401);
        assertThat(client.refresh(next).statusCode()).isEqualTo(401);
    }

    @Test
    void a_session_that_is_renewed_again_and_again_ends_after_ninety_days_all_the_same() {
        String token = login("Always/1.0").getString("refresh_token");
        sql(
                "update sessions set created_at = created_at - interval '89 days 23 hours', expires_at = now() + interval '1 day'");
        String next = refresh(token).jsonPath().getString("refresh_token");
        sql(
                "update sessions set created_at = created_at - interval '1 hour', expires_at = expires_at - interval '1 hour'");
        assertThat(refresh(next).statusCode()).isEqualTo(401);
    }

    /** As if it had all happened longer ago. */
    private void earlier(String time) {
        sql("update refresh_tokens set used_at = used_at - interval '" + time + "' where used_at is not null");
    }

    private void sql(String statement) {
        Caller caller = Caller.system(tenant.id(), "test", null);
        tenancy.sql(caller, connection -> connection.query(statement).execute())
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    /** Whoever holds a refresh token: a browser in its cookie, anything else by itself. */
    private final class Client {
        private static final String COOKIE = "__Host-pulso_refresh";
        private final boolean web;

        Client(boolean web) {
            this.web = web;
        }

        String login() {
            return token(request()
                    .body(Map.of("email", tenant.adminEmail(), "password", tenant.password()))
                    .post("/api/auth/login"));
        }

        Response refresh(String token) {
            return web
                    ? request().cookie(COOKIE, token).post("/api/auth/refresh")
                    : request().body(Map.of("refresh_token", token)).post("/api/auth/refresh");
        }

        String token(Response answer) {
            assertThat(answer.statusCode()).isEqualTo(200);
            return web ? answer.getCookie(COOKIE) : answer.jsonPath().getString("refresh_token");
        }

        private RequestSpecification request() {
            return web ? json().header("X-Pulso-Client", "web") : json();
        }
    }

    private JsonPath login(String userAgent) {
        return json().header("User-Agent", userAgent)
                .body(Map.of("email", tenant.adminEmail(), "password", tenant.password()))
                .post("/api/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response refresh(String token) {
        return json().body(Map.of("refresh_token", token)).post("/api/auth/refresh");
    }

    private static RequestSpecification as(JsonPath session) {
        return json().header("Authorization", "Bearer " + session.getString("access_token"));
    }

    private static RequestSpecification json() {
        return given().contentType(ContentType.JSON);
    }
}
