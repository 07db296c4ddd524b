package dev.pulso.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.testing.Mailbox;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passwords of others, and what strangers may do at all. The proxy that is trusted here says from where somebody comes. */
@QuarkusTest
class GuessingTest {
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Inject
    Mailbox mailbox;

    private TestTenant victim;
    private String address;

    @BeforeEach
    void somebody_and_an_address() {
        victim = TestTenant.register();
        address = nextAddress();
    }

    @Test
    void a_company_of_the_attackers_own_gives_no_guesses_back() {
        String slug = "evil-" + Long.toString(System.nanoTime(), 36);
        from(address)
                .body(registration(slug, victim.adminEmail()))
                .post("/api/auth/register")
                .then()
                .statusCode(201);
        List<Integer> answers = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 9; i++) {
                answers.add(login(address, victim.adminEmail(), "guess " + round + i, victim.slug())
                        .statusCode());
            }
            assertThat(login(address, victim.adminEmail(), "correct horse battery", slug)
                            .statusCode())
                    .isIn(200, 429);
        }
        assertThat(answers.subList(0, 9)).containsOnly(401);
        // Ten, and one more for every half minute that this took.
        assertThat(answers.stream().filter(status -> status == 401)).hasSizeLessThan(15);
        assertThat(answers.getLast()).isEqualTo(429);
        // Its owner is somewhere else.
        assertThat(login(nextAddress(), victim.adminEmail(), victim.password(), victim.slug())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void one_password_is_not_tried_on_everybodys_account_from_one_address() {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            answers.add(login(address, "user" + i + "@" + victim.slug() + ".example", "Password1", null)
                    .statusCode());
        }
        assertThat(answers.subList(0, 50)).containsOnly(401);
        assertThat(answers.subList(65, 70)).containsOnly(429);
        assertThat(login(nextAddress(), victim.adminEmail(), victim.password(), null)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void who_is_guessed_from_everywhere_still_gets_in_from_where_they_were_before() {
        String home = nextAddress();
        assertThat(login(home, victim.adminEmail(), victim.password(), victim.slug())
                        .statusCode())
                .isEqualTo(200);
        Response last = null;
        for (int i = 0; i < 70; i++) {
            last = login(nextAddress(), victim.adminEmail(), "guess " + i, victim.slug());
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.getHeader("Retry-After")).isNotNull();
        assertThat(login(home, victim.adminEmail(), victim.password(), victim.slug())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_limits_of_an_account_that_does_not_exist_are_those_of_one_that_does() {
        List<Integer> known = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            known.add(
                    login(address, victim.adminEmail(), "guess", victim.slug()).statusCode());
            unknown.add(login(nextAddressOnce(), "nobody@" + victim.slug() + ".example", "guess", victim.slug())
                    .statusCode());
        }
        for (List<Integer> one : List.of(known, unknown)) {
            assertThat(one.subList(0, 10)).containsOnly(401);
            assertThat(one.getLast()).isEqualTo(429);
        }
    }

    @Test
    void a_borrowed_session_is_no_place_to_guess_the_password() {
        for (String path : List.of(
                "/api/profile/password",
                "/api/profile/second-factor",
                "/api/profile/second-factor/disable",
                "/api/profile/email")) {
            TestTenant owner = TestTenant.register();
            List<Integer> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                answers.add(owner.unchecked()
                        .body(proof(path, "wrong " + i))
                        .post(path)
                        .statusCode());
            }
            assertThat(answers.subList(0, 10)).as(path).containsOnly(400);
            assertThat(answers.subList(10, 12)).as(path).containsOnly(401);
            assertThat(owner.unchecked().get("/api/profile").statusCode()).isEqualTo(401);
            // Who knows it logs in again.
            assertThat(login(nextAddress(), owner.adminEmail(), owner.password(), owner.slug())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void ten_companies_of_strangers_with_an_address_do_not_keep_its_owner_out_nor_cost_more() {
        String email = "ceo@" + victim.slug() + ".example";
        TestTenant real = null;
        for (int i = 0; i < 12; i++) {
            TestTenant stranger = TestTenant.register();
            stranger.post(
                            "/api/tenant/users",
                            Map.of("name", "CEO", "email", email, "role", "viewer", "password", "known to a stranger"))
                    .statusCode(201);
            real = stranger;
        }
        // The owner was invited by the last one of them, and reads the mailbox.
        TestTenant home = TestTenant.register();
        home.post("/api/tenant/users/invitations", Map.of("email", email, "role", "agent"))
                .statusCode(201);
        String token = mailbox.token(email, "");
        given().contentType(ContentType.JSON)
                .body(Map.of("token", token, "name", "CEO", "password", "a horse of my own"))
                .post("/api/auth/invitations/accept")
                .then()
                .statusCode(201);

        Response in = login(address, email, "a horse of my own", null);
        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(in.jsonPath().getString("tenant.id")).isEqualTo(home.id().toString());
        // Without naming the company nobody else's word about the address counts.
        assertThat(login(address, email, "known to a stranger", null).statusCode())
                .isEqualTo(401);
        assertThat(login(address, email, "known to a stranger", real.slug()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void companies_are_founded_a_few_an_hour_from_one_address() {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            String slug = "many-" + i + Long.toString(System.nanoTime(), 36);
            answers.add(from(address)
                    .body(registration(slug, "a@" + slug + ".example"))
                    .post("/api/auth/register")
                    .statusCode());
        }
        assertThat(answers.subList(0, 10)).containsOnly(201);
        assertThat(answers.subList(10, 13)).containsOnly(429);
    }

    @Test
    void one_mailbox_gets_a_few_mails_an_hour_whichever_companies_have_them_sent() {
        String email = "flooded@" + victim.slug() + ".example";
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            answers.add(TestTenant.register()
                    .unchecked()
                    .body(Map.of("email", email, "role", "viewer"))
                    .post("/api/tenant/users/invitations")
                    .statusCode());
        }
        assertThat(answers.subList(0, 10)).containsOnly(201);
        assertThat(answers.subList(10, 12)).containsOnly(429);
        await().atMost(Duration.ofSeconds(20)).until(() -> mailbox.of(email).size() == 10);
    }

    @Test
    void what_was_tried_stands_in_the_audit_trail_with_where_it_came_from() {
        login(address, victim.adminEmail(), "wrong", victim.slug());
        victim.as(TestTenant.Role.viewer)
                .body(Map.of("name", "Ana"))
                .post("/api/crm/leads")
                .then()
                .statusCode(403);
        JsonPath key = victim.post("/api/tenant/api-keys", Map.of("name", "ERP", "scopes", List.of("crm.leads:read")))
                .extract()
                .jsonPath();
        given().header("X-API-Key", key.getString("secret"))
                .get("/api/crm/deals")
                .then()
                .statusCode(403);
        victim.api()
                .body(Map.of("current_password", victim.password(), "new_password", "another horse battery"))
                .post("/api/profile/password")
                .then()
                .statusCode(204);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Map<String, Map<String, Object>> events = new HashMap<>();
            JsonPath trail = victim.get("/api/audit?entity=security_events");
            trail.<Map<String, Object>>getList("data.after")
                    .forEach(after -> events.put(
                            after.get("api_key_id") == null ? (String) after.get("kind") : "refused key", after));
            assertThat(events).containsKeys("login_failed", "permission_refused", "password_changed", "refused key");
            assertThat(events.get("refused key"))
                    .containsEntry("kind", "permission_refused")
                    .containsEntry("detail", "crm.deals:read")
                    .containsEntry("api_key_id", key.getString("key.id"));
            // Whose the entry itself is, too: of that key, and of the person where it was one.
            assertThat(trail.getList("data.actor_id")).contains(key.getString("key.id"));
            assertThat(events.get("login_failed"))
                    .containsEntry("address", address)
                    .containsEntry("user_agent", "Guess/1.0")
                    .containsEntry("user_id", victim.adminId().toString());
            assertThat(events.get("permission_refused")).containsEntry("detail", "crm.leads:write");
            assertThat(events.values().toString()).doesNotContain("wrong").doesNotContain("horse");
        });
    }

    private static Map<String, String> proof(String path, String password) {
        return switch (path) {
            case "/api/profile/password" ->
                Map.of("current_password", password, "new_password", "another horse battery");
            case "/api/profile/email" -> Map.of("email", "other@guess.example", "password", password);
            case "/api/profile/second-factor/disable" -> Map.of("password", password, "code", "123456");
            default -> Map.of("password", password);
        };
    }

    private static Map<String, String> registration(String slug, String email) {
        return Map.of(
                "company_name", slug, "slug", slug, "name", "A", "email", email, "password", "correct horse battery");
    }

    private static Response login(String address, String email, String password, @Nullable String slug) {
        Map<String, String> body = new HashMap<>(Map.of("email", email, "password", password));
        if (slug != null) {
            body.put("tenant", slug);
        }
        return from(address).header("User-Agent", "Guess/1.0").body(body).post("/api/auth/login");
    }

    private static RequestSpecification from(String address) {
        return given().contentType(ContentType.JSON).header("X-Forwarded-For", address);
    }

    private String once;

    private String nextAddressOnce() {
        once = once == null ? nextAddress() : once;
        return once;
    }

    /** Of the networks for examples; a new one each time. */
    private static String nextAddress() {
        int number = ADDRESSES.incrementAndGet();
        return "203.0." + (113 + number / 250) + "." + (1 + number % 250);
    }
}
