package dev.pulso.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Mailbox;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InvitationTest {
    private static final String INVITATIONS = "/api/tenant/users/invitations";
    private static final String PASSWORD = "a horse of my own";

    @Inject
    Mailbox mailbox;

    @Inject
    Tenancy tenancy;

    private TestTenant tenant;
    private String guest;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
        guest = "guest@" + tenant.slug() + ".example";
    }

    @Test
    void who_is_invited_joins_with_the_role_that_was_meant_and_is_logged_in() {
        invite(guest, "agent").body("status", equalTo("pending")).body("invited_by", containsString("Admin of"));

        String token = token(guest);
        post("/api/auth/invitations/look", Map.of("token", token))
                .statusCode(200)
                .body("company", equalTo("Company " + tenant.slug()))
                .body("email", equalTo(guest))
                .body("has_account", equalTo(false));
        accept(token)
                .statusCode(201)
                .body("user.role", equalTo("agent"))
                .body("user.email", equalTo(guest))
                .body("user.last_login_at", notNullValue())
                .body("tenant.id", equalTo(tenant.id().toString()));

        post("/api/auth/login", Map.of("email", guest, "password", PASSWORD)).statusCode(200);
        tenant.api().get(INVITATIONS).then().body("data", hasSize(0));
    }

    @Test
    void a_browser_that_accepts_gets_its_refresh_token_as_a_cookie() {
        invite(guest, "viewer");
        json().header("X-Pulso-Client", "web")
                .body(Map.of("token", token(guest), "name", "Guest", "password", PASSWORD))
                .post("/api/auth/invitations/accept")
                .then()
                .statusCode(201)
                .header("Set-Cookie", containsString("__Host-pulso_refresh"))
                .body("refresh_token", nullValue());
    }

    @Test
    void an_invitation_is_good_for_one_user_however_often_it_is_accepted_at_once() {
        invite(guest, "agent");
        String token = token(guest);
        List<Integer> answers = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> accept(token).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(201, 400, 400);
    }

    @Test
    void a_withdrawn_invitation_opens_nothing() {
        UUID id = UUID.fromString(invite(guest, "agent").extract().path("id"));
        String token = token(guest);
        tenant.api().delete(INVITATIONS + "/{id}", id).then().statusCode(204);

        accept(token).statusCode(400).body("violations.code", hasItem("link_expired"));
        post("/api/auth/invitations/look", Map.of("token", token)).statusCode(400);
        tenant.api()
                .delete(INVITATIONS + "/{id}", id)
                .then()
                .statusCode(409)
                .body("type", containsString("invitation_withdrawn"));
        tenant.api().post(INVITATIONS + "/{id}/resend", id).then().statusCode(409);
        // There is room for another.
        invite(guest, "agent");
    }

    @Test
    void nobody_is_invited_twice_and_no_user_is_invited() {
        invite(guest, "agent");
        tenant.post(INVITATIONS, Map.of("email", guest.toUpperCase(), "role", "viewer"))
                .statusCode(409)
                .body("type", containsString("invited_already"))
                .body("violations.field", hasItem("email"));
        tenant.post(INVITATIONS, Map.of("email", tenant.adminEmail(), "role", "viewer"))
                .statusCode(409)
                .body("violations.field", hasItem("email"));
    }

    @Test
    void an_invitation_is_good_for_a_week_and_makes_room_for_another_when_it_has_expired() {
        invite(guest, "agent");
        String token = token(guest);
        later("update invitations set expires_at = expires_at - interval '7 days'");
        accept(token).statusCode(400).body("violations.code", hasItem("link_expired"));
        tenant.api().get(INVITATIONS).then().body("data[0].status", equalTo("expired"));
        invite(guest, "viewer").body("status", equalTo("pending"));
    }

    @Test
    void sending_it_again_gives_a_new_link_and_makes_the_old_one_worthless() {
        UUID id = UUID.fromString(invite(guest, "agent").extract().path("id"));
        String first = token(guest);
        later("update invitations set expires_at = expires_at - interval '2 minutes'");
        tenant.api().post(INVITATIONS + "/{id}/resend", id).then().statusCode(200);
        mailbox.await(guest, 2);

        accept(first).statusCode(400);
        accept(token(guest)).statusCode(201);
    }

    @Test
    void sending_again_at_once_would_flood_a_mailbox_and_is_refused() {
        UUID id = UUID.fromString(invite(guest, "agent").extract().path("id"));
        tenant.api()
                .post(INVITATIONS + "/{id}/resend", id)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue());
    }

    @Test
    void only_who_may_write_users_invites_and_an_invitation_of_another_company_does_not_exist() {
        UUID id = UUID.fromString(invite(guest, "agent").extract().path("id"));
        tenant.as(TestTenant.Role.manager)
                .body(Map.of("email", "x@y.example", "role", "admin"))
                .post(INVITATIONS)
                .then()
                .statusCode(403);
        TestTenant other = TestTenant.register();
        other.api().delete(INVITATIONS + "/{id}", id).then().statusCode(404);
        other.api().post(INVITATIONS + "/{id}/resend", id).then().statusCode(404);
        other.api().get(INVITATIONS).then().body("data", hasSize(0));
    }

    @Test
    void who_has_proved_their_mailbox_elsewhere_joins_as_they_are() {
        invite(guest, "agent");
        String session = accept(token(guest)).extract().path("access_token");
        TestTenant other = TestTenant.register();
        other.post(INVITATIONS, Map.of("email", guest, "role", "finance")).statusCode(201);
        String link = mailbox.token(guest, "Admin of " + other.slug());

        post("/api/auth/invitations/look", Map.of("token", link)).body("has_account", equalTo(true));
        as(session)
                .body(Map.of("token", link))
                .post("/api/profile/invitations/accept")
                .then()
                .statusCode(201)
                .body("tenant.id", equalTo(other.id().toString()))
                .body("user.name", equalTo("Guest"))
                .body("user.role", equalTo("finance"));
        post("/api/auth/login", Map.of("email", guest, "password", PASSWORD, "tenant", other.slug()))
                .statusCode(200);
    }

    @Test
    void an_account_that_somebody_else_made_up_for_an_address_joins_nothing_in_its_name() {
        tenant.post(
                        "/api/tenant/users",
                        Map.of("name", "Not me", "email", guest, "role", "agent", "password", "known to the admin"))
                .statusCode(201);
        String session = post("/api/auth/login", Map.of("email", guest, "password", "known to the admin"))
                .statusCode(200)
                .extract()
                .path("access_token");
        TestTenant other = TestTenant.register();
        other.post(INVITATIONS, Map.of("email", guest, "role", "admin")).statusCode(201);
        String link = mailbox.token(guest, "Admin of " + other.slug());

        as(session)
                .body(Map.of("token", link))
                .post("/api/profile/invitations/accept")
                .then()
                .statusCode(409)
                .body("type", containsString("account_unproven"));
        tenant.api()
                .body(Map.of("token", link))
                .post("/api/profile/invitations/accept")
                .then()
                .statusCode(409)
                .body("type", containsString("other_email"));
        accept(link).statusCode(201);
    }

    @Test
    void a_link_that_is_handed_over_lets_somebody_in_and_proves_no_mailbox() {
        UUID id = UUID.fromString(invite(guest, "agent").extract().path("id"));
        String mailed = token(guest);
        String first = handOver(id);
        String second = handOver(id);

        accept(first).statusCode(400).body("violations.code", hasItem("link_expired"));
        post("/api/auth/invitations/look", Map.of("token", second))
                .statusCode(200)
                .body("email", equalTo(guest));
        post("/api/auth/invitations/look", Map.of("token", mailed)).statusCode(200);
        String session = accept(second).statusCode(201).extract().path("access_token");
        as(session).get("/api/profile").then().body("email_verified", equalTo(false));
        accept(mailed).statusCode(400);

        // Whoever invites could have joined by it themselves, so nothing else is opened in the name of the address.
        TestTenant other = TestTenant.register();
        other.post(INVITATIONS, Map.of("email", guest, "role", "admin")).statusCode(201);
        as(session)
                .body(Map.of("token", mailbox.token(guest, "Admin of " + other.slug())))
                .post("/api/profile/invitations/accept")
                .then()
                .statusCode(409)
                .body("type", containsString("account_unproven"));
    }

    @Test
    void who_is_logged_in_with_a_proved_mailbox_joins_by_a_link_that_was_handed_over_as_they_are() {
        invite(guest, "agent");
        String session = accept(token(guest)).extract().path("access_token");
        TestTenant other = TestTenant.register();
        String id = other.post(INVITATIONS, Map.of("email", guest, "role", "finance"))
                .statusCode(201)
                .extract()
                .path("id");
        String link = tokenOf(other.api().post(INVITATIONS + "/{id}/link", id).then());
        String joined = as(session)
                .body(Map.of("token", link))
                .post("/api/profile/invitations/accept")
                .then()
                .statusCode(201)
                .extract()
                .path("access_token");
        as(joined).get("/api/profile").then().body("email_verified", equalTo(true));
    }

    @Test
    void an_expired_invitation_is_good_again_by_the_link_that_is_handed_over_and_not_by_the_old_mail() {
        UUID id = UUID.fromString(invite(guest, "agent").extract().path("id"));
        String mailed = token(guest);
        later("update invitations set expires_at = expires_at - interval '8 days'");
        String link = handOver(id);
        tenant.api().get(INVITATIONS).then().body("data[0].status", equalTo("pending"));
        accept(mailed).statusCode(400);
        // Another mail makes both worthless.
        later("update invitations set expires_at = expires_at - interval '2 minutes'");
        tenant.api().post(INVITATIONS + "/{id}/resend", id).then().statusCode(200);
        mailbox.await(guest, 2);
        accept(link).statusCode(400);
        accept(token(guest)).statusCode(201);
    }

    @Test
    void the_list_tells_what_has_become_of_the_mail() {
        invite(guest, "agent").body("mail", equalTo("waiting"));
        mailbox.await(guest, 1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> tenant.api().get(INVITATIONS).then().body("data[0].mail", equalTo("sent")));
        later("update mails set status = 'failed'");
        tenant.api().get(INVITATIONS).then().body("data[0].mail", equalTo("failed"));
    }

    @Test
    void a_link_is_not_handed_over_for_an_invitation_that_is_over_or_of_another_company() {
        UUID id = UUID.fromString(invite(guest, "agent").extract().path("id"));
        TestTenant.register().api().post(INVITATIONS + "/{id}/link", id).then().statusCode(404);
        tenant.as(TestTenant.Role.manager)
                .post(INVITATIONS + "/{id}/link", id)
                .then()
                .statusCode(403);
        tenant.api().delete(INVITATIONS + "/{id}", id).then().statusCode(204);
        tenant.api()
                .post(INVITATIONS + "/{id}/link", id)
                .then()
                .statusCode(409)
                .body("type", containsString("invitation_withdrawn"));
    }

    private String handOver(UUID id) {
        return tokenOf(tenant.api().post(INVITATIONS + "/{id}/link", id).then());
    }

    private static String tokenOf(ValidatableResponse answer) {
        String url = answer.statusCode(200).extract().path("url");
        return url.substring(url.indexOf("/invitation#token=") + "/invitation#token=".length());
    }

    /** Nobody waits for time to pass here: the row is made older. */
    private void later(String sql) {
        tenancy.sql(
                        Caller.system(tenant.id(), "test", null),
                        connection -> connection.query(sql).execute())
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private ValidatableResponse invite(String email, String role) {
        return tenant.post(INVITATIONS, Map.of("email", email, "role", role)).statusCode(201);
    }

    private String token(String email) {
        return mailbox.token(email, "Admin of " + tenant.slug());
    }

    private static ValidatableResponse accept(String token) {
        return post("/api/auth/invitations/accept", Map.of("token", token, "name", "Guest", "password", PASSWORD));
    }

    private static ValidatableResponse post(String path, Map<String, Object> body) {
        return json().body(body).post(path).then();
    }

    private static RequestSpecification as(String token) {
        return json().header("Authorization", "Bearer " + token);
    }

    private static RequestSpecification json() {
        return given().contentType(ContentType.JSON);
    }
}
