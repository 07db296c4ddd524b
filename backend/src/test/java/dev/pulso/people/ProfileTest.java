package dev.pulso.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Mailbox;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProfileTest {
    private static final String NEW_PASSWORD = "a staple nobody guesses";

    @Inject
    Mailbox mailbox;

    @Inject
    Tenancy tenancy;

    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void people_say_how_they_are_called_and_in_which_language_and_light_they_work() {
        tenant.api()
                .header("If-Match", "\"" + version() + "\"")
                .body(Map.of("name", "Maria", "locale", "en", "theme", "dark"))
                .patch("/api/profile")
                .then()
                .statusCode(200)
                .body("user.name", equalTo("Maria"))
                .body("locale", equalTo("en"))
                .body("theme", equalTo("dark"));
        Map<String, Object> clear = new HashMap<>();
        clear.put("locale", null);
        tenant.basedOn(version())
                .body(clear)
                .patch("/api/profile")
                .then()
                .statusCode(200)
                .body("locale", nullValue())
                .body("user.name", equalTo("Maria"));
        tenant.api().body(Map.of("theme", "light")).patch("/api/profile").then().statusCode(428);
        tenant.api()
                .header("If-Match", "\"" + 999 + "\"")
                .body(Map.of("theme", "light"))
                .patch("/api/profile")
                .then()
                .statusCode(412);
        tenant.unchecked()
                .header("If-Match", "\"" + version() + "\"")
                .body(Map.of("theme", "pink"))
                .patch("/api/profile")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("theme"));
    }

    @Test
    void mails_speak_the_language_that_the_person_has_chosen() {
        tenant.api()
                .header("If-Match", "\"" + version() + "\"")
                .body(Map.of("locale", "en"))
                .patch("/api/profile")
                .then()
                .statusCode(200);
        changePassword(tenant.password(), NEW_PASSWORD).statusCode(204);
        mailbox.await(tenant.adminEmail(), "Your password at");
    }

    @Test
    void a_new_password_needs_the_old_one_and_ends_every_other_session() {
        String other = login(tenant.adminEmail(), tenant.password())
                .statusCode(200)
                .extract()
                .path("access_token");
        changePassword("not my password", NEW_PASSWORD)
                .statusCode(400)
                .body("violations.field", hasItem("current_password"))
                .body("violations.code", hasItem("wrong_password"));
        changePassword(tenant.password(), "Password1")
                .statusCode(400)
                .body("violations.field", hasItem("new_password"));
        changePassword(tenant.password(), NEW_PASSWORD).statusCode(204);

        given().header("Authorization", "Bearer " + other)
                .get("/api/profile")
                .then()
                .statusCode(401);
        tenant.api().get("/api/profile").then().statusCode(200);
        login(tenant.adminEmail(), tenant.password()).statusCode(401);
        login(tenant.adminEmail(), NEW_PASSWORD).statusCode(200);
    }

    @Test
    void an_email_is_verified_by_who_is_logged_in_and_reads_the_mailbox() {
        assertThat(tenant.get("/api/profile").getBoolean("email_verified")).isFalse();
        String token = mailbox.token(tenant.adminEmail(), "Confirme seu e-mail");
        TestTenant stranger = TestTenant.register();
        confirm(stranger, token).statusCode(400).body("violations.code", hasItem("link_expired"));
        tenant.as(TestTenant.Role.agent)
                .body(Map.of("token", token))
                .post("/api/profile/email/confirm")
                .then()
                .statusCode(400);

        confirm(tenant, token).statusCode(200).body("email_verified", equalTo(true));
        confirm(tenant, token).statusCode(400);
        assertThat(tenant.get("/api/profile").getBoolean("email_verified")).isTrue();
    }

    @Test
    void another_email_logs_in_once_its_mailbox_has_confirmed_it_and_the_old_one_hears_of_it() {
        String address = "new@" + tenant.slug() + ".example";
        verifyFirst();
        changeEmail(address, "not my password").statusCode(400).body("violations.code", hasItem("wrong_password"));
        changeEmail(address, tenant.password()).statusCode(429);
        forgetMails();
        changeEmail(address, tenant.password()).statusCode(202);
        login(address, tenant.password()).statusCode(401);

        confirm(tenant, mailbox.token(address, "Confirme seu e-mail"))
                .statusCode(200)
                .body("user.email", equalTo(address))
                .body("email_verified", equalTo(true));

        login(address, tenant.password()).statusCode(200);
        login(tenant.adminEmail(), tenant.password()).statusCode(401);
        assertThat(mailbox.await(tenant.adminEmail(), "O e-mail da sua conta").getText())
                .contains(address);
    }

    @Test
    void an_email_of_a_colleague_is_not_to_be_had() {
        tenant.token(TestTenant.Role.agent);
        forgetMails();
        changeEmail("agent@" + tenant.slug() + ".example", tenant.password())
                .statusCode(409)
                .body("violations.field", hasItem("email"))
                .body("type", containsString("duplicate"));
    }

    private void verifyFirst() {
        confirm(tenant, mailbox.token(tenant.adminEmail(), "Confirme seu e-mail"))
                .statusCode(200);
    }

    /** One link a minute may be sent; nobody waits for it here. */
    private void forgetMails() {
        Caller caller = Caller.system(tenant.id(), "test", null);
        tenancy.sql(
                        caller,
                        connection -> connection
                                .query("update account_tokens set created_at = created_at - interval '2 minutes'")
                                .execute())
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private int version() {
        return tenant.get("/api/profile").getInt("version");
    }

    private ValidatableResponse changePassword(String current, String next) {
        return tenant.post("/api/profile/password", Map.of("current_password", current, "new_password", next));
    }

    private ValidatableResponse changeEmail(String email, String password) {
        return tenant.post("/api/profile/email", Map.of("email", email, "password", password));
    }

    private static ValidatableResponse confirm(TestTenant who, String token) {
        return who.post("/api/profile/email/confirm", Map.of("token", token));
    }

    private static ValidatableResponse login(String email, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", password))
                .post("/api/auth/login")
                .then();
    }
}
