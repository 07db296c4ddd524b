package dev.pulso;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulso.edge.security.ExpiredTokens;
import dev.pulso.edge.security.Permissions;
import dev.pulso.edge.security.Roles;
import dev.pulso.testing.SampleRecords;
import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What holds for every operation of the contract, taken from the contract itself, so that a new operation cannot be
 * forgotten: no token, another tenant's ids, a role without the permission.
 */
@QuarkusTest
class EveryOperationTest {
    private record Operation(String id, Method method, String path, List<String> permissions, JsonNode definition) {
        boolean isPublic() {
            return permissions.contains("public");
        }

        /** An answer without an end; its own test tells whom it lets hear what. */
        boolean streams() {
            return definition.at("/responses/200/content/text~1event-stream").isObject();
        }

        boolean multipart() {
            return definition.at("/requestBody/content/multipart~1form-data").isObject();
        }
    }

    @TestHTTPResource("/")
    URI server;

    @Inject
    ExpiredTokens expiredTokens;

    private static final Set<String> METHODS = Set.of("get", "post", "patch", "put", "delete");

    /**
     * Who may what: admin, manager, agent, finance, technician, viewer. By hand and word for word, so that a change of the contract's
     * own table is a change here too.
     */
    private static final List<Role> ROLES =
            List.of(Role.admin, Role.manager, Role.agent, Role.finance, Role.technician, Role.viewer);

    private static final String RIGHTS = """
            crm.leads:read                 a m a f - v
            crm.leads:write                a m a - - -
            crm.companies:read             a m a f t v
            crm.companies:write            a m a - - -
            crm.contacts:read              a m a f t v
            crm.contacts:write             a m a - - -
            crm.pipelines:read             a m a f - v
            crm.pipelines:write            a m a - - -
            crm.deals:read                 a m a f - v
            crm.deals:write                a m a - - -
            customers.customers:read                 a m a f t v
            customers.customers:write                a m a f - -
            portfolio.contracts:read       a m a f t v
            portfolio.contracts:write      a m - f - -
            portfolio.contracts:approve    a m a f - -
            billing.invoices:read          a m a f - v
            billing.invoices:write         a m - f - -
            billing.payments:read          a m - f - v
            billing.payments:write         a m - f - -
            imports.imports:read                   a m - f - v
            imports.imports:write                  a m - f - -
            company.settings:read                    a m a f t v
            company.settings:write                   a - - - - -
            people.users:read                     a m a f t v
            people.users:write                    a - - - - -
            access.roles:read                     a m - - - v
            access.roles:write                    a - - - - -
            access.api_keys:read                  a m - - - -
            access.api_keys:write                 a - - - - -
            jobs.runs:read                      a m - f - v
            jobs.runs:run                       a m - f - -
            work.dead_letters:read         a - - - - -
            work.dead_letters:write        a - - - - -
            audit.entries:read                     a m - - - -
            privacy.erasures:write         a - - - - -
            reports.dashboard:read         a m a f - v
            """;

    private static boolean mayByRole(Role role, String permission) {
        String row = RIGHTS.lines()
                .filter(line -> line.startsWith(permission + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the table does not know " + permission));
        return !row.split(" +")[1 + ROLES.indexOf(role)].equals("-");
    }

    @Test
    void the_table_is_the_contracts() {
        assertThat(RIGHTS.lines().map(line -> line.split(" ")[0])).containsExactlyInAnyOrderElementsOf(Permissions.ALL);
        for (Role role : Role.values()) {
            assertThat(Permissions.ALL.stream().filter(permission -> mayByRole(role, permission)))
                    .as(role.name())
                    .containsExactlyInAnyOrderElementsOf(Roles.permissions(role.name()));
        }
    }

    @TestFactory
    Stream<DynamicTest> without_a_token_every_protected_operation_answers_401() {
        return operations().stream()
                .filter(operation -> !operation.isPublic())
                .map(operation -> dynamicTest(
                        operation.id(),
                        () -> assertThat(call(given().contentType(type(operation)), operation, UUID.randomUUID())
                                        .statusCode())
                                .isEqualTo(401)));
    }

    @TestFactory
    Stream<DynamicTest> a_forged_token_is_no_token() {
        return operations().stream()
                .filter(operation -> !operation.isPublic())
                .map(operation -> dynamicTest(
                        operation.id(),
                        () -> assertThat(call(
                                                given().contentType(type(operation))
                                                        .header("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30."),
                                                operation,
                                                UUID.randomUUID())
                                        .statusCode())
                                .isEqualTo(401)));
    }

    @TestFactory
    Stream<DynamicTest> an_expired_token_is_no_token() {
        String expired = expiredTokens.of(TestTenant.register().token(Role.admin));
        return operations().stream()
                .filter(operation -> !operation.isPublic())
                .map(operation -> dynamicTest(operation.id(), () -> {
                    Response answer = call(
                            given().contentType(type(operation)).header("Authorization", "Bearer " + expired),
                            operation,
                            UUID.randomUUID());
                    assertThat(answer.statusCode()).isEqualTo(401);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_body_ten_times_too_large_is_refused_before_it_is_read() {
        String token = TestTenant.register().token(Role.admin);
        return operations().stream()
                .filter(operation -> operation.method() != Method.GET)
                .map(operation -> dynamicTest(operation.id(), () -> {
                    long size = 10L * (operation.multipart() ? 50 : 1) * 1024 * 1024;
                    String type = operation.multipart() ? "multipart/form-data; boundary=b" : "application/json";
                    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                        socket.setSoTimeout(10_000);
                        socket.getOutputStream()
                                .write((operation.method() + " " + path(operation, UUID.randomUUID())
                                                + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                                                + "\r\nContent-Type: " + type + "\r\nContent-Length: " + size
                                                + "\r\n\r\n{\"name\": \"xxxxxxxx")
                                        .getBytes(StandardCharsets.US_ASCII));
                        byte[] head = socket.getInputStream().readNBytes(12);
                        assertThat(new String(head, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_role_reaches_an_operation_only_with_its_permission() {
        TestTenant tenant = TestTenant.register();
        return operations().stream()
                .filter(operation ->
                        !operation.isPublic() && !operation.permissions().contains("authenticated"))
                .flatMap(operation -> Stream.of(Role.values())
                        .map(role -> dynamicTest(operation.id() + " as " + role, () -> {
                            Response answer = call(
                                    given().contentType(type(operation))
                                            .header("Authorization", "Bearer " + tenant.token(role)),
                                    operation,
                                    UUID.randomUUID());
                            // What a file holds is asked for as well: the sample has deals.
                            Stream<String> needed = Set.of("createImport", "checkImport")
                                            .contains(operation.id())
                                    ? Stream.concat(operation.permissions().stream(), Stream.of("crm.deals:write"))
                                    : operation.permissions().stream();
                            if (needed.allMatch(permission -> mayByRole(role, permission))) {
                                assertThat(answer.statusCode())
                                        .isNotIn(401, 403)
                                        .isLessThan(500);
                            } else {
                                assertThat(answer.statusCode()).isEqualTo(403);
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> a_key_with_every_scope_gets_all_but_what_is_declared_for_people() {
        TestTenant tenant = TestTenant.register();
        List<String> scopes = Permissions.ALL.stream()
                .filter(permission -> !permission.startsWith("access.api_keys:"))
                .toList();
        String key = tenant.post("/api/tenant/api-keys", Map.of("name", "ERP", "scopes", scopes))
                .statusCode(201)
                .extract()
                .path("secret");
        assertThat(operations().stream().filter(EveryOperationTest::forPeople).count())
                .isBetween(15L, 30L);
        return operations().stream()
                .filter(operation -> !operation.isPublic())
                .map(operation -> dynamicTest(operation.id(), () -> {
                    Response answer = call(
                            given().contentType(type(operation)).header("Authorization", "Bearer " + key),
                            operation,
                            UUID.randomUUID());
                    assertThat(answer.statusCode()).isNotEqualTo(401).isLessThan(500);
                    assertThat(answer.statusCode() == 403
                                    && answer.path("type").toString().endsWith("/people_only"))
                            .isEqualTo(forPeople(operation));
                    // No right is missing, so nothing else is a reason to refuse.
                    assertThat(answer.statusCode() == 403).isEqualTo(forPeople(operation));
                    // Clients look at what an operation says of its credentials.
                    assertThat(operation
                                            .definition()
                                            .path("security")
                                            .toString()
                                            .contains("bearer")
                                    && !operation
                                            .definition()
                                            .path("security")
                                            .toString()
                                            .contains("api_key"))
                            .isEqualTo(forPeople(operation));
                }));
    }

    private static boolean forPeople(Operation operation) {
        return operation.definition().path("x-people").asBoolean();
    }

    @TestFactory
    Stream<DynamicTest> an_id_of_another_tenant_answers_exactly_as_one_that_does_not_exist() {
        TestTenant ours = TestTenant.register();
        SampleRecords theirs = SampleRecords.in(TestTenant.register());
        return operations().stream()
                .filter(operation -> operation.path().contains("{id}"))
                .map(operation -> dynamicTest(operation.id(), () -> {
                    UUID foreign = theirs.idFor(operation.path());
                    Response answer = call(authorised(ours, operation), operation, foreign);
                    Response unknown = call(authorised(ours, operation), operation, UUID.randomUUID());
                    assertThat(answer.statusCode()).isEqualTo(404);
                    assertThat(withoutTrace(answer)).isEqualTo(withoutTrace(unknown));
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_list_never_shows_records_of_another_tenant() {
        TestTenant ours = TestTenant.register();
        SampleRecords theirs = SampleRecords.in(TestTenant.register());
        return operations().stream()
                .filter(operation -> operation.method() == Method.GET
                        && !operation.isPublic()
                        && !operation.streams()
                        && !operation.path().contains("{"))
                .map(operation -> dynamicTest(operation.id(), () -> {
                    String body = call(authorised(ours, operation), operation, UUID.randomUUID())
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString();
                    theirs.ids().forEach(id -> assertThat(body).doesNotContain(id.toString()));
                    assertThat(body).doesNotContain(theirs.tenant().id().toString());
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_was_read_before_is_not_sent_again() {
        SampleRecords ours = SampleRecords.in(TestTenant.register());
        return operations().stream()
                .filter(operation -> operation.definition().at("/responses/304").isObject()
                        && !operation.isPublic()
                        // It goes on while it is read.
                        && !operation.id().equals("getClock")
                        // The logo is tagged by its hash, and has its own test.
                        && Stream.of("{name}", "{hash}")
                                .noneMatch(part -> operation.path().contains(part)))
                .map(operation -> dynamicTest(operation.id(), () -> {
                    UUID id = operation.path().contains("{id}") ? ours.idFor(operation.path()) : UUID.randomUUID();
                    Response first = call(authorised(ours.tenant(), operation), operation, id);
                    // The sample is a draft, which has no Pix yet.
                    assumeThat(first.statusCode()).isNotEqualTo(409);
                    assertThat(first.statusCode()).isEqualTo(200);
                    String tag = first.header("ETag");
                    assertThat(tag).matches("W/\"(\\d+-)?[0-9a-f]{16}\"");
                    Response again = call(
                            authorised(ours.tenant(), operation).header("If-None-Match", "\"other\", " + tag),
                            operation,
                            id);
                    assertThat(again.statusCode()).isEqualTo(304);
                    assertThat(again.asByteArray()).isEmpty();
                    assertThat(again.header("ETag")).isEqualTo(tag);
                    call(authorised(ours.tenant(), operation).header("If-None-Match", "\"0\""), operation, id)
                            .then()
                            .statusCode(200);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_list_of_changes_has_an_order_of_its_own_and_wants_an_instant() {
        SampleRecords ours = SampleRecords.in(TestTenant.register());
        return operations().stream()
                .filter(EveryOperationTest::tellsChanges)
                .map(operation -> dynamicTest(operation.id(), () -> {
                    UUID none = UUID.randomUUID();
                    call(
                                    authorised(ours.tenant(), operation)
                                            .queryParam("updated_since", "2020-01-01T00:00:00-03:00"),
                                    operation,
                                    none)
                            .then()
                            .statusCode(200);
                    Response future = call(
                            authorised(ours.tenant(), operation).queryParam("updated_since", "2999-01-01T00:00:00Z"),
                            operation,
                            none);
                    assertThat(future.jsonPath().getList("data")).isEmpty();
                    for (String wrong : List.of("yesterday", "2026-01-31", "+12026-01-31T00:00:00Z")) {
                        Response refused = call(
                                authorised(ours.tenant(), operation).queryParam("updated_since", wrong),
                                operation,
                                none);
                        assertThat(refused.statusCode()).isEqualTo(400);
                        assertThat(refused.jsonPath().getString("violations[0].field"))
                                .isEqualTo("updated_since");
                    }
                    Response sorted = call(
                            authorised(ours.tenant(), operation)
                                    .queryParam("updated_since", "2020-01-01T00:00:00Z")
                                    .queryParam("sort", "created_at"),
                            operation,
                            none);
                    assertThat(sorted.statusCode()).isEqualTo(400);
                    assertThat(sorted.jsonPath().getString("violations[0].field"))
                            .isEqualTo("sort");
                }));
    }

    private static boolean tellsChanges(Operation operation) {
        for (JsonNode parameter : operation.definition().at("/parameters")) {
            if (parameter.path("$ref").asText().endsWith("/UpdatedSince")) {
                return true;
            }
        }
        return false;
    }

    @TestFactory
    Stream<DynamicTest> a_record_that_a_body_names_and_that_does_not_exist_is_400_with_its_field() {
        SampleRecords ours = SampleRecords.in(TestTenant.register());
        return operations().stream()
                .filter(operation -> !operation.isPublic()
                        && Set.of(Method.POST, Method.PATCH, Method.PUT).contains(operation.method()))
                .flatMap(operation -> references(operation)
                        .map(field -> dynamicTest(operation.id() + " " + field, () -> {
                            ObjectNode body = operation.path().contains("{id}")
                                    ? new ObjectMapper().createObjectNode()
                                    : withoutReferences(operation);
                            if (operation.id().equals("createContract")
                                    || operation.id().equals("putContract")
                                    || operation.id().equals("createInvoice")) {
                                body.put(
                                        "customer_id",
                                        ours.idFor("/api/customers/{id}").toString());
                            }
                            body.put(field, UUID.randomUUID().toString());
                            UUID id = operation.path().contains("{id}")
                                    ? ours.idFor(operation.path())
                                    : UUID.randomUUID();
                            Response answer = authorised(ours.tenant(), operation)
                                    .body(body.toString())
                                    .request(operation.method(), path(operation, id));
                            assertThat(answer.statusCode())
                                    .as(answer.asString())
                                    .isEqualTo(400);
                            assertThat(answer.jsonPath().getList("violations.code", String.class))
                                    .containsExactly("not_found");
                            assertThat(answer.jsonPath().getString("violations[0].field"))
                                    .isEqualTo(field);
                            assertThat(answer.jsonPath().getString("violations[0].pointer"))
                                    .isEqualTo("/" + field);
                        })));
    }

    /** The fields of a body that name a record. Neighbours on a board are hints, and a switch of companies asks for one's own. */
    private static Stream<String> references(Operation operation) {
        JsonNode schema = operation.definition().at("/requestBody/content/application~1json/schema");
        if (schema.has("$ref")) {
            schema = contract().at(schema.get("$ref").asText().substring(1));
        }
        return schema.path("properties").properties().stream()
                .filter(field -> field.getKey().endsWith("_id")
                        && field.getValue().path("format").asText().equals("uuid"))
                .map(Map.Entry::getKey)
                .filter(field -> !Set.of("before_id", "after_id").contains(field));
    }

    private static ObjectNode withoutReferences(Operation operation) {
        ObjectNode body = (ObjectNode) operation
                .definition()
                .at("/requestBody/content/application~1json/example")
                .deepCopy();
        references(operation).forEach(body::remove);
        return body;
    }

    @TestFactory
    Stream<DynamicTest> an_id_that_is_no_uuid_answers_404() {
        TestTenant tenant = TestTenant.register();
        return operations().stream()
                .filter(operation -> operation.path().contains("{id}"))
                .map(operation -> dynamicTest(
                        operation.id(),
                        () -> authorised(tenant, operation)
                                .body(body(operation))
                                .request(operation.method(), operation.path().replace("{id}", "no-uuid"))
                                .then()
                                .statusCode(404)
                                .contentType("application/problem+json")));
    }

    @TestFactory
    Stream<DynamicTest> an_unknown_field_is_refused_by_name() {
        TestTenant tenant = TestTenant.register();
        return operations().stream()
                .filter(operation -> operation
                        .definition()
                        .at("/requestBody/content/application~1json")
                        .isObject())
                .map(operation -> dynamicTest(operation.id(), () -> {
                    Response answer = authorised(tenant, operation)
                            .body("{\"no_such_field\": 1}")
                            .request(operation.method(), path(operation, UUID.randomUUID()));
                    answer.then().statusCode(400).contentType("application/problem+json");
                    assertThat(answer.jsonPath().getList("violations.field", String.class))
                            .contains("no_such_field");
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_body_that_is_no_json_is_refused() {
        TestTenant tenant = TestTenant.register();
        return operations().stream()
                .filter(operation -> operation
                        .definition()
                        .at("/requestBody/content/application~1json")
                        .isObject())
                .map(operation -> dynamicTest(
                        operation.id(),
                        () -> authorised(tenant, operation)
                                .body("{\"name\": ")
                                .request(operation.method(), path(operation, UUID.randomUUID()))
                                .then()
                                .statusCode(400)
                                .contentType("application/problem+json")));
    }

    private static RequestSpecification authorised(TestTenant tenant, Operation operation) {
        RequestSpecification request =
                given().contentType(type(operation)).header("Authorization", "Bearer " + tenant.token(Role.admin));
        return operation.method() == Method.PATCH ? request.header("If-Match", "*") : request;
    }

    private static ContentType type(Operation operation) {
        return operation.multipart() ? ContentType.MULTIPART : ContentType.JSON;
    }

    private static Response call(RequestSpecification request, Operation operation, UUID id) {
        if (operation.multipart()) {
            return request.multiPart("entity", "deals")
                    .multiPart("mapping", "{\"title\": \"title\"}")
                    .multiPart("file", "deals.csv", "title\nOne\n".getBytes(), "text/csv")
                    .request(operation.method(), path(operation, id));
        }
        if (operation.method() == Method.GET || operation.method() == Method.DELETE) {
            return request.request(operation.method(), path(operation, id));
        }
        return request.body(body(operation)).request(operation.method(), path(operation, id));
    }

    private static String path(Operation operation, UUID id) {
        return operation
                .path()
                .replace("{id}", id.toString())
                .replace("{source}", "erp")
                .replace("{external_id}", id.toString())
                .replace("{name}", "invoice-run")
                .replace("{hash}", "0".repeat(64));
    }

    /** The example of the contract; for a patch, nothing, based on the version of a new record. */
    private static String body(Operation operation) {
        if (operation.method() == Method.PATCH) {
            return "{}";
        }
        JsonNode example = operation.definition().at("/requestBody/content/application~1json/example");
        return example.isMissingNode() ? "{}" : example.toString();
    }

    private static Map<String, Object> withoutTrace(Response answer) {
        Map<String, Object> problem = answer.jsonPath().getMap("");
        problem.remove("trace_id");
        return problem;
    }

    private static List<String> permissions(JsonNode wanted) {
        List<String> all = new ArrayList<>();
        if (wanted.isArray()) {
            wanted.forEach(each -> all.add(each.asText()));
        } else {
            all.add(wanted.asText());
        }
        return all;
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        contract()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operations.add(new Operation(
                                method.getValue().get("operationId").asText(),
                                Method.valueOf(method.getKey().toUpperCase(java.util.Locale.ROOT)),
                                path.getKey(),
                                permissions(method.getValue().get("x-permission")),
                                method.getValue()))));
        return operations;
    }

    private static JsonNode contract() {
        return Published.CONTRACT;
    }

    /** Read once: it is a few megabytes, and asked for with every reference. */
    private static final class Published {
        static final JsonNode CONTRACT = read();

        private static JsonNode read() {
            try {
                return new ObjectMapper()
                        .readTree(Path.of("../openapi/dist/openapi.json").toFile());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
