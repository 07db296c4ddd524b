package dev.pulso.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;

/** The company that runs the installation of the tests. */
public final class Operator {
    public static final String SLUG = "operator-of-the-tests";

    private static final String EMAIL = "admin@operator.example";
    private static final String PASSWORD = "correct horse battery";

    private Operator() {}

    /** Of its admin; the company is founded when it is asked for first. */
    public static String token() {
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "company_name", "Operator",
                        "slug", SLUG,
                        "name", "Operator",
                        "email", EMAIL,
                        "password", PASSWORD))
                .post("/api/auth/register");
        JsonPath session = given().contentType(ContentType.JSON)
                .body(Map.of("email", EMAIL, "password", PASSWORD, "tenant", SLUG))
                .post("/api/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        System.setProperty("pulso.operator", session.getString("tenant.id"));
        return session.getString("access_token");
    }

    /** Makes a company a sandbox. */
    public static void sandbox(UUID tenant) {
        given().filter(Contract.BOTH)
                .header("Authorization", "Bearer " + token())
                .post("/api/operator/tenants/{id}/sandbox", tenant)
                .then()
                .statusCode(204);
    }

    /** Asks for another plan of a company. */
    public static ValidatableResponse plan(UUID tenant, String plan) {
        return given().filter(Contract.BOTH)
                .contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + token())
                .body(Map.of("plan", plan))
                .put("/api/operator/tenants/{id}/plan", tenant)
                .then();
    }
}
