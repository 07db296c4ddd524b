package dev.pulso.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A tenant of its own for a test, registered through the API. {@link #api()} speaks as its admin, {@link #as} as a user of
 * another role; every exchange is held against the contract.
 */
public final class TestTenant {
    /** The built-in roles. */
    public enum Role {
        admin,
        manager,
        agent,
        finance,
        technician,
        viewer
    }

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PASSWORD = "correct horse battery";

    private final String slug;
    private final UUID id;
    private final UUID adminId;
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);

    private TestTenant(String slug, UUID id, UUID adminId, String token) {
        this.slug = slug;
        this.id = id;
        this.adminId = adminId;
        tokens.put(Role.admin, token);
    }

    /** A new tenant with nothing but what registration gives it. */
    public static TestTenant register() {
        String slug = "t" + COUNT.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36);
        var session = given().filter(Contract.BOTH)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "company_name", "Company " + slug,
                        "slug", slug,
                        "name", "Admin of " + slug,
                        "email", "admin@" + slug + ".example",
                        "password", PASSWORD))
                .post("/api/auth/register")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new TestTenant(
                slug,
                UUID.fromString(session.getString("tenant.id")),
                UUID.fromString(session.getString("user.id")),
                session.getString("access_token"));
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public UUID adminId() {
        return adminId;
    }

    public String adminEmail() {
        return "admin@" + slug + ".example";
    }

    public String password() {
        return PASSWORD;
    }

    /** A JSON request as the admin. */
    public RequestSpecification api() {
        return as(Role.admin);
    }

    /** As {@link #api()}, of a write that is based on this version. */
    public RequestSpecification basedOn(int version) {
        return api().header("If-Match", "\"" + version + "\"");
    }

    /** A JSON request as a user with the role, who is added on first use. */
    public RequestSpecification as(Role role) {
        return request(token(role)).filter(Contract.BOTH);
    }

    /** As {@link #api()}, for requests that the contract forbids; the answer is still held against it. */
    public RequestSpecification unchecked() {
        return request(token(Role.admin)).filter(Contract.RESPONSE);
    }

    /** Creates a record and answers it. */
    public ValidatableResponse post(String path, Object body) {
        return api().body(body).post(path).then();
    }

    /** A step of a record that says nothing else. */
    public ValidatableResponse step(String path) {
        return api().post(path).then();
    }

    /** The same, based on this version. */
    public ValidatableResponse step(String path, int version) {
        return basedOn(version).post(path).then();
    }

    /** Creates a record, which must succeed, and answers its id. */
    public UUID create(String path, Object body) {
        return UUID.fromString(post(path, body).statusCode(201).extract().path("id"));
    }

    /** The JSON of a path that must exist. */
    public io.restassured.path.json.JsonPath get(String path, Object... parameters) {
        return api().get(path, parameters).then().statusCode(200).extract().jsonPath();
    }

    public String token(Role role) {
        return tokens.computeIfAbsent(role, this::logInAs);
    }

    private String logInAs(Role role) {
        String email = role + "@" + slug + ".example";
        post(
                        "/api/tenant/users",
                        Map.of("name", role.name(), "email", email, "role", role.name(), "password", PASSWORD))
                .statusCode(201);
        return given().filter(Contract.BOTH)
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", PASSWORD, "tenant", slug))
                .post("/api/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static RequestSpecification request(String token) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }
}
