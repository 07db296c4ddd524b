package dev.pulso.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import dev.pulso.kernel.Email;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Mailbox;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PasswordRecoveryTest {
    private static final String NEW_PASSWORD = "a staple nobody guesses";

    @Inject
    Mailbox mailbox;

    @Inject
    Tenancy tenancy;

    @Test
    void who_reads_the_mailbox_chooses_a_new_password_and_every_old_session_ends() {
        TestTenant tenant = TestTenant.register();
        var session = login(tenant.adminEmail(), tenant.password())
                .statusCode(200)
                .extract()
                .jsonPath();
        String refreshToken = session.getString("refresh_token");
        forgot(tenant.adminEmail());

        reset(token(tenant), NEW_PASSWORD).statusCode(204);

        login(tenant.adminEmail(), tenant.password()).statusCode(401);
        login(tenant.adminEmail(), NEW_PASSWORD).statusCode(200);
        post("/api/auth/refresh", Map.of("refresh_token", refreshToken)).then().statusCode(401);
        given().header("Authorization", "Bearer " + session.getString("access_token"))
                .get("/api/profile")
                .then()
                .statusCode(401);
        mailbox.await(tenant.adminEmail(), "Sua senha em");
    }

    @Test
    void a_link_works_once_even_when_it_is_used_twice_at_the_same_time() {
        TestTenant tenant = TestTenant.register();
        forgot(tenant.adminEmail());
        String token = token(tenant);

        List<Integer> answers = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> reset(token, NEW_PASSWORD + i).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(204, 400, 400);
        reset(token, NEW_PASSWORD).statusCode(400).body("violations.code", hasItem("link_expired"));
    }

    @Test
    void a_link_is_no_good_with_another_secret_or_made_up() {
        TestTenant tenant = TestTenant.register();
        forgot(tenant.adminEmail());
        String token = token(tenant);
        char last = token.charAt(token.length() - 5);

        for (String bad : List.of(
                "garbage",
                "A".repeat(86),
                token.substring(0, token.length() - 5)
                        + (last == 'A' ? 'B' : 'A')
                        + token.substring(token.length() - 4))) {
            reset(bad, NEW_PASSWORD).statusCode(400).body("violations.field", hasItem("token"));
        }
        reset(token, NEW_PASSWORD).statusCode(204);
    }

    @Test
    void a_link_is_good_for_ten_minutes() {
        TestTenant tenant = TestTenant.register();
        forgot(tenant.adminEmail());
        String token = token(tenant);
        later(tenant, "update account_tokens set expires_at = expires_at - interval '9 minutes 30 seconds'");
        reset(token, "short").statusCode(400).body("violations.field", hasItem("password"));
        later(tenant, "update account_tokens set expires_at = expires_at - interval '30 seconds'");
        reset(token, NEW_PASSWORD).statusCode(400).body("violations.code", hasItem("link_expired"));
        login(tenant.adminEmail(), tenant.password()).statusCode(200);
    }

    @Test
    void a_known_and_an_unknown_email_get_the_same_answer_and_only_one_gets_a_mail() {
        TestTenant tenant = TestTenant.register();
        Response known = forgot(tenant.adminEmail());
        Response unknown = forgot("nobody@" + tenant.slug() + ".example");

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(202);
        assertThat(unknown.asString()).isEqualTo(known.asString());
        token(tenant);
        assertThat(mailbox.of("nobody@" + tenant.slug() + ".example")).isEmpty();
    }

    @Test
    void an_address_is_the_same_in_whichever_form_it_is_typed() {
        String domain = Long.toString(System.nanoTime(), 36) + "-açaí.com.br";
        String email = "joão@" + domain;
        String slug = "idn-" + Long.toString(System.nanoTime(), 36);
        post(
                        "/api/auth/register",
                        Map.of(
                                "company_name",
                                "Açaí",
                                "slug",
                                slug,
                                "name",
                                "João",
                                "email",
                                email,
                                "password",
                                "correct horse battery"))
                .then()
                .statusCode(201);

        String stored = Email.of(email).value();
        // As the database has it, as it was typed, pasted from a web page, from a keyboard that puts accents behind
        // letters, and in capitals.
        for (String typed : List.of(
                stored,
                email,
                email + "\u00a0",
                Normalizer.normalize(email, Normalizer.Form.NFD),
                email.toUpperCase(Locale.ROOT))) {
            login(typed, "correct horse battery").statusCode(200);
        }
        forgot(email + "\u00a0");
        reset(mailbox.token(stored, "Nova senha"), NEW_PASSWORD).statusCode(204);
        login(email, NEW_PASSWORD).statusCode(200);
        login("joão", NEW_PASSWORD).statusCode(401);
    }

    @Test
    void asking_again_at_once_does_not_flood_the_mailbox() {
        TestTenant tenant = TestTenant.register();
        TestTenant later = TestTenant.register();
        forgot(tenant.adminEmail());
        token(tenant);
        forgot(tenant.adminEmail());
        forgot(later.adminEmail());
        token(later);

        assertThat(resetMails(tenant.adminEmail())).isEqualTo(1);
    }

    @Test
    void a_password_that_attackers_try_first_is_refused_wherever_one_is_chosen() {
        TestTenant tenant = TestTenant.register();
        forgot(tenant.adminEmail());
        String token = token(tenant);

        reset(token, "Password1").statusCode(400).body("violations.code", hasItem("common_password"));
        reset(token, tenant.adminEmail()).statusCode(400).body("violations.code", hasItem("password_is_email"));
        reset(token, "short").statusCode(400).body("violations.field", hasItem("password"));
        post(
                        "/api/auth/register",
                        Map.of(
                                "company_name",
                                "Company",
                                "slug",
                                "x" + tenant.slug(),
                                "name",
                                "Admin",
                                "email",
                                "a@" + tenant.slug() + ".example",
                                "password",
                                "brasil2026"))
                .then()
                .statusCode(400)
                .body("violations.code", hasItem("common_password"));
        tenant.post(
                        "/api/tenant/users",
                        Map.of("name", "João", "email", "joao@x.example", "role", "agent", "password", "iloveyou1"))
                .statusCode(400)
                .body("violations.code", hasItem("common_password"));
        reset(token, NEW_PASSWORD).statusCode(204);
    }

    @Test
    void an_email_in_two_companies_gets_a_link_for_each_and_a_slug_narrows_it() {
        TestTenant a = TestTenant.register();
        TestTenant b = TestTenant.register();
        String email = "both@" + a.slug() + ".example";
        for (TestTenant tenant : List.of(a, b)) {
            tenant.post(
                            "/api/tenant/users",
                            Map.of("name", "Both", "email", email, "role", "agent", "password", tenant.password()))
                    .statusCode(201);
        }
        // Until its owner has answered from the mailbox, an address counts only in the company that is named.
        for (TestTenant tenant : List.of(a, b)) {
            post("/api/auth/forgot-password", Map.of("email", email, "tenant", tenant.slug()))
                    .then()
                    .statusCode(202);
            reset(mailbox.token(email, "Nova senha para Company " + tenant.slug()), NEW_PASSWORD)
                    .statusCode(204);
        }
        later(a, "update account_tokens set created_at = created_at - interval '2 minutes'");
        later(b, "update account_tokens set created_at = created_at - interval '2 minutes'");
        long before = resetMails(email);
        assertThat(before).isEqualTo(2);
        forgot(email);
        await().atMost(Duration.ofSeconds(20)).until(() -> resetMails(email) == before + 2);
    }

    @Test
    void the_mail_speaks_the_companys_language_and_escapes_what_people_wrote() {
        TestTenant tenant = TestTenant.register();
        tenant.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("locale", "en", "name", "<b>Bold & Co</b>"))
                .patch("/api/tenant")
                .then()
                .statusCode(200);
        forgot(tenant.adminEmail());
        var mail = mailbox.await(tenant.adminEmail(), "New password");

        assertThat(mail.getSubject()).isEqualTo("New password for <b>Bold & Co</b>");
        assertThat(mail.getText()).contains("<b>Bold & Co</b>").contains("within 10 minutes");
        assertThat(mail.getHtml())
                .contains("&lt;b&gt;Bold &amp; Co&lt;/b&gt;")
                .doesNotContain("<b>Bold")
                .contains("/reset-password#token=");
    }

    /** Nobody waits for time to pass here: the row is made older. */
    private void later(TestTenant tenant, String sql) {
        tenancy.sql(
                        Caller.system(tenant.id(), "test", null),
                        connection -> connection.query(sql).execute())
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private long resetMails(String address) {
        return mailbox.of(address).stream()
                .filter(mail -> mail.getSubject().startsWith("Nova senha"))
                .count();
    }

    private String token(TestTenant tenant) {
        return mailbox.token(tenant.adminEmail(), "Nova senha");
    }

    private static Response forgot(String email) {
        return post("/api/auth/forgot-password", Map.of("email", email));
    }

    private static ValidatableResponse reset(String token, String password) {
        return post("/api/auth/reset-password", Map.of("token", token, "password", password))
                .then();
    }

    private static ValidatableResponse login(String email, String password) {
        return post("/api/auth/login", Map.of("email", email, "password", password))
                .then();
    }

    private static Response post(String path, Map<String, Object> body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }
}
