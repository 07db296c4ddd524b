package dev.pulso.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A user of a test tenant, logged in. */
public record Person(TestTenant tenant, UUID id, String email, String token) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Adds a person with the role (the name of a built-in one or an id) and logs it in. */
    public static Person join(TestTenant tenant, String role) {
        return join(tenant, role, Map.of());
    }

    public static Person join(TestTenant tenant, String role, Map<String, Object> more) {
        String email = "p" + COUNT.incrementAndGet() + "@" + tenant.slug() + ".example";
        Map<String, Object> body = new HashMap<>(
                Map.of("name", "Person of " + role, "email", email, "role", role, "password", tenant.password()));
        body.putAll(more);
        UUID id = tenant.create("/api/tenant/users", body);
        return new Person(tenant, id, email, login(tenant, email).getString("access_token"));
    }

    public static JsonPath login(TestTenant tenant, String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", tenant.password(), "tenant", tenant.slug()))
                .post("/api/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** A JSON request of this person, held against the contract. */
    public RequestSpecification api() {
        return given().filter(Contract.BOTH).contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }

    public int status(String path) {
        return api().get(path).statusCode();
    }

    public UUID create(String path, Object body) {
        return UUID.fromString(
                api().body(body).post(path).then().statusCode(201).extract().path("id"));
    }
}
