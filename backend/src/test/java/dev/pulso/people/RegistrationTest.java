package dev.pulso.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.pulso.testing.Contract;
import dev.pulso.testing.Mailbox;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegistrationTest {
    private static final String SETTING = "pulso.registration";

    @Inject
    Mailbox mailbox;

    @AfterEach
    void open() {
        System.clearProperty(SETTING);
    }

    @Test
    void an_installation_that_is_closed_takes_no_new_companies_and_says_so_before() {
        TestTenant tenant = TestTenant.register();
        ask().statusCode(200).body("status", equalTo("open"));

        System.setProperty(SETTING, "closed");
        ask().statusCode(200).body("status", equalTo("closed"));
        String slug = "late-" + Long.toString(System.nanoTime(), 36);
        String email = "ana@" + slug + ".example";
        register(slug, email).statusCode(403).body("type", endsWith("/registration_closed"));

        // People join companies that are there all the same.
        tenant.post("/api/tenant/users/invitations", Map.of("email", email, "role", "viewer"))
                .statusCode(201);
        post(
                        "/api/auth/invitations/accept",
                        Map.of(
                                "token",
                                mailbox.token(email, "Admin of " + tenant.slug()),
                                "name",
                                "Ana",
                                "password",
                                tenant.password()))
                .statusCode(201);

        System.setProperty(SETTING, "open");
        register(slug, email).statusCode(201);
        assertThat(tenant.get("/api/tenant/users?q=Ana").getList("data")).hasSize(1);
    }

    private static ValidatableResponse ask() {
        return given().filter(Contract.RESPONSE).get("/api/auth/registration").then();
    }

    private static ValidatableResponse register(String slug, String email) {
        return post(
                "/api/auth/register",
                Map.of(
                        "company_name",
                        "Late",
                        "slug",
                        slug,
                        "name",
                        "Ana",
                        "email",
                        email,
                        "password",
                        "correct horse battery"));
    }

    private static ValidatableResponse post(String path, Map<String, Object> body) {
        return given().filter(Contract.RESPONSE)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
