package dev.pulso.people.internal.secondfactor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Mailbox;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecondFactorTest {
    private static final String STRANGER = "203.0.113.77";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @Inject
    Tenancy tenancy;

    @Inject
    Mailbox mailbox;

    private TestTenant tenant;
    private byte[] secret;
    /** The last step whose code was used. */
    private long usedStep;

    private List<String> recoveryCodes;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void a_login_asks_for_the_code_of_the_app_once_it_is_on() {
        turnOn();
        assertThat(tenant.get("/api/profile").getBoolean("second_factor")).isTrue();
        assertThat(tenant.get("/api/profile").getInt("recovery_codes_left")).isEqualTo(10);
        mailbox.await(tenant.adminEmail(), "Verificação em duas etapas ativada");

        String mfaToken = mfaToken();
        second(mfaToken, nextCode())
                .statusCode(200)
                .body("user.email", equalTo(tenant.adminEmail()))
                .body("access_token", notNullValue());
        second(mfaToken, "123456").statusCode(401);
    }

    @Test
    void a_wrong_password_says_nothing_about_a_second_factor() {
        turnOn();
        login("wrong password").statusCode(401).body("type", containsString("unauthorized"));
    }

    @Test
    void the_same_code_is_not_taken_twice() {
        turnOn();
        String code = nextCode();
        second(mfaToken(), code).statusCode(200);
        second(mfaToken(), code).statusCode(400).body("violations.code", hasItem("wrong_code"));
    }

    @Test
    void a_code_used_at_the_same_time_by_two_opens_one_session() {
        turnOn();
        String code = nextCode();
        List<String> tokens = List.of(mfaToken(), mfaToken(), mfaToken());
        List<Integer> answers = tokens.stream()
                .map(token -> CompletableFuture.supplyAsync(
                        () -> second(token, code).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(200, 400, 400);
    }

    @Test
    void who_has_lost_the_app_gets_in_with_a_recovery_code_which_works_once() {
        turnOn();
        String code = recoveryCodes.getFirst();
        second(mfaToken(), code.toLowerCase().replace("-", " ")).statusCode(200);
        second(mfaToken(), code).statusCode(400);
        assertThat(tenant.get("/api/profile").getInt("recovery_codes_left")).isEqualTo(9);

        List<String> renewed = tenant.post("/api/profile/second-factor/recovery-codes", proof(recoveryCodes.get(2)))
                .statusCode(200)
                .body("codes", hasSize(10))
                .extract()
                .path("codes");
        second(mfaToken(), recoveryCodes.get(1)).statusCode(400);
        second(mfaToken(), renewed.getFirst()).statusCode(200);
    }

    @Test
    void after_five_wrong_codes_the_login_begins_again_and_guessing_has_to_wait() {
        turnOn();
        String token = mfaToken();
        IntStream.range(0, 5).forEach(i -> second(STRANGER, token, "00000" + i).statusCode(400));
        String right = nextCode();
        second(STRANGER, token, right).statusCode(401);
        second(STRANGER, mfaToken(), right).statusCode(429).header("Retry-After", notNullValue());

        tenancy.sql(
                        Caller.system(tenant.id(), "test", null),
                        connection -> connection
                                .query("update second_factors set blocked_until = now() - interval '1 second'")
                                .execute())
                .await()
                .atMost(Duration.ofSeconds(10));
        second(STRANGER, mfaToken(), right).statusCode(200);
    }

    @Test
    void whoever_knows_the_password_and_guesses_codes_keeps_nobody_out() {
        turnOn();
        String token = mfaToken();
        IntStream.range(0, 5).forEach(i -> second(STRANGER, token, "00000" + i).statusCode(400));
        String right = nextCode();
        second(STRANGER, mfaToken(), right).statusCode(429);
        // From where its owner has logged in before.
        second(mfaToken(), right).statusCode(200);
        // Guessing from there is counted by itself.
        for (int i = 0; i < 10; i += 5) {
            String again = mfaToken();
            IntStream.range(0, 5).forEach(n -> second(again, "11111" + n).statusCode(400));
        }
        second(mfaToken(), "222222").statusCode(429).header("Retry-After", notNullValue());
    }

    /** Apps show two groups of three; what is copied from a web page brings blanks along that one does not see. */
    @Test
    void a_code_counts_however_its_blanks_are() {
        begin();
        String code = Totp.code(secret, Instant.now());
        tenant.post(
                        "/api/profile/second-factor/confirm",
                        Map.of("code", code.substring(0, 3) + " " + code.substring(3) + "\u00A0"))
                .statusCode(200);
        usedStep = Instant.now().getEpochSecond() / 30;
        String next = nextCode();
        second(mfaToken(), "\u200B" + next.substring(0, 3) + "\u202F" + next.substring(3) + "\u2009")
                .statusCode(200);
    }

    @Test
    void nothing_counts_until_a_code_has_confirmed_the_app() {
        begin();
        tenant.post("/api/profile/second-factor/confirm", Map.of("code", "000000"))
                .statusCode(400)
                .body("violations.code", hasItem("wrong_code"));
        login(tenant.password()).statusCode(200);
        // A second attempt begins with another secret.
        byte[] first = secret;
        begin();
        assertThat(secret).isNotEqualTo(first);
    }

    @Test
    void turning_it_on_wants_the_password_and_off_both_factors() {
        tenant.post("/api/profile/second-factor", Map.of("password", "not mine"))
                .statusCode(400)
                .body("violations.code", hasItem("wrong_password"));
        tenant.post("/api/profile/second-factor/disable", proof("123456")).statusCode(409);
        turnOn();
        tenant.post("/api/profile/second-factor", password()).statusCode(409);
        tenant.unchecked()
                .body(password())
                .post("/api/profile/second-factor/disable")
                .then()
                .statusCode(400);
        tenant.post("/api/profile/second-factor/disable", Map.of("password", "not mine", "code", nextCode()))
                .statusCode(400)
                .body("violations.code", hasItem("wrong_password"));
        tenant.post("/api/profile/second-factor/recovery-codes", proof("000000"))
                .statusCode(400)
                .body("violations.code", hasItem("wrong_code"));
        tenant.post("/api/profile/second-factor/disable", proof("000000"))
                .statusCode(400)
                .body("violations.code", hasItem("wrong_code"));
        assertThat(tenant.get("/api/profile").getBoolean("second_factor")).isTrue();
        tenant.post("/api/profile/second-factor/disable", proof(recoveryCodes.getFirst()))
                .statusCode(204);
        login(tenant.password()).statusCode(200);
        mailbox.await(tenant.adminEmail(), "Verificação em duas etapas desativada");
    }

    @Test
    void the_secret_is_readable_nowhere_after_it_was_shown() {
        begin();
        var setup = tenant.post("/api/profile/second-factor", password())
                .statusCode(200)
                .body("uri", startsWith("otpauth://totp/Pulso:admin%40"))
                .body("svg", startsWith("<svg"))
                .extract()
                .jsonPath();
        String text = setup.getString("secret");
        var row = tenancy.query(
                        Caller.system(tenant.id(), "test", null), "select secret from second_factors", Tuple.tuple())
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next();
        assertThat(new String(row.getBuffer(0).getBytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain(text)
                .doesNotContain(new String(decode(text), StandardCharsets.ISO_8859_1));
        assertThat(tenant.get("/api/audit").prettyPrint())
                .contains("second_factors")
                .doesNotContain("\"secret\"")
                .doesNotContain("secret_hash");
    }

    private void begin() {
        secret = decode(tenant.post("/api/profile/second-factor", password())
                .statusCode(200)
                .extract()
                .path("secret"));
    }

    private void turnOn() {
        begin();
        // With the code before: the present one is left for a login.
        recoveryCodes = tenant.post(
                        "/api/profile/second-factor/confirm",
                        Map.of("code", Totp.code(secret, Instant.now().minusSeconds(30))))
                .statusCode(200)
                .body("codes", hasSize(10))
                .extract()
                .path("codes");
        usedStep = Instant.now().minusSeconds(30).getEpochSecond() / 30;
    }

    /** A code that the app has not shown to the server yet: nobody waits 30 seconds here, a step of drift is allowed. */
    private String nextCode() {
        usedStep++;
        return Totp.code(secret, Instant.ofEpochSecond(usedStep * 30));
    }

    private String mfaToken() {
        return login(tenant.password())
                .statusCode(401)
                .body("type", containsString("second_factor_required"))
                .extract()
                .path("mfa_token");
    }

    @Test
    void a_login_that_had_begun_ends_with_the_password() {
        turnOn();
        String begun = mfaToken();
        post("/api/auth/forgot-password", Map.of("email", tenant.adminEmail(), "tenant", tenant.slug()))
                .statusCode(202);
        String link = mailbox.token(tenant.adminEmail(), "Nova senha");
        post("/api/auth/reset-password", Map.of("token", link, "password", "another horse battery"))
                .statusCode(204);
        second(begun, nextCode()).statusCode(401);
    }

    @Test
    void codes_are_not_guessed_inside_a_session() {
        turnOn();
        for (int i = 0; i < 10; i++) {
            tenant.post("/api/profile/second-factor/disable", proof("00000" + i))
                    .statusCode(400);
        }
        tenant.post("/api/profile/second-factor/disable", proof(recoveryCodes.getFirst()))
                .statusCode(429)
                .header("Retry-After", notNullValue());
    }

    private Map<String, Object> proof(String code) {
        return Map.of("password", tenant.password(), "code", code);
    }

    private Map<String, Object> password() {
        return Map.of("password", tenant.password());
    }

    private ValidatableResponse login(String password) {
        return post("/api/auth/login", Map.of("email", tenant.adminEmail(), "password", password));
    }

    private static ValidatableResponse second(String token, String code) {
        return post("/api/auth/second-factor", Map.of("mfa_token", token, "code", code));
    }

    /** From somewhere from which its owner never was; the proxy that is trusted here says so. */
    private static ValidatableResponse second(String address, String token, String code) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", address)
                .body(Map.of("mfa_token", token, "code", code))
                .post("/api/auth/second-factor")
                .then();
    }

    private static ValidatableResponse post(String path, Map<String, Object> body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }

    private static byte[] decode(String base32) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : base32.toCharArray()) {
            buffer = (buffer << 5) | ALPHABET.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes.toByteArray();
    }
}
