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
    void a_refresh_token_that_is_used_again_after_the_grace_ends_the_whole_family() {
        JsonPath session = login("Copied/1.0");
        String first = session.getString("refresh_token");
        String second = refresh(first).jsonPath().getString("refresh_token");
        // The grace for two tabs is five seconds; nobody waits for them here.
        Caller caller = Caller.system(tenant.id(), "test", null);
        tenancy.sql(
                        caller,
                        connection -> connection
                                .query("update refresh_tokens set used_at = used_at - interval '6 seconds'"
                                        + " where used_at is not null")
                                .execute())
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(refresh(first).statusCode()).isEqualTo(401);
        assertThat(refresh(second).statusCode()).isEqualTo(401);
        assertThat(as(session).get("/api/profile").statusCode()).isEqualTo(401);
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
