package dev.pulso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulso.testing.ContractOperation;
import dev.pulso.testing.PublishedContract;
import dev.pulso.testing.SampleRecords;
import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * How every operation of the contract takes what is sent to it, taken from the contract itself, so that a new operation cannot be
 * forgotten: bodies, ids, conditions.
 */
@QuarkusTest
class EveryOperationTest {
    @TestHTTPResource("/")
    URI server;

    @TestFactory
    Stream<DynamicTest> a_body_ten_times_too_large_is_refused_before_it_is_read() {
        String token = TestTenant.register().token(Role.admin);
        return ContractOperation.all().stream()
                .filter(operation -> operation.method() != Method.GET)
                .map(operation -> dynamicTest(operation.id(), () -> {
                    long size = 10L * (operation.multipart() ? 50 : 1) * 1024 * 1024;
                    String type = operation.multipart() ? "multipart/form-data; boundary=b" : "application/json";
                    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                        socket.setSoTimeout(10_000);
                        socket.getOutputStream()
                                .write((operation.method() + " " + operation.path(UUID.randomUUID())
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
    Stream<DynamicTest> what_was_read_before_is_not_sent_again() {
        SampleRecords ours = SampleRecords.in(TestTenant.register());
        return ContractOperation.all().stream()
                .filter(operation -> operation.definition().at("/responses/304").isObject()
                        && !operation.isPublic()
                        // It goes on while it is read.
                        && !operation.id().equals("getClock")
                        // The logo is tagged by its hash, and has its own test.
                        && Stream.of("{name}", "{hash}")
                                .noneMatch(part -> operation.path().contains(part)))
                .map(operation -> dynamicTest(operation.id(), () -> {
                    UUID id = operation.path().contains("{id}") ? ours.idFor(operation.path()) : ours.key();
                    Response first = operation.send(operation.as(ours.tenant()), id);
                    // The sample is a draft, which has no Pix yet.
                    assumeThat(first.statusCode()).isNotEqualTo(409);
                    assertThat(first.statusCode()).isEqualTo(200);
                    String tag = first.header("ETag");
                    assertThat(tag).matches("W/\"(\\d+-)?[0-9a-f]{16}\"");
                    Response again = operation.send(
                            operation.as(ours.tenant()).header("If-None-Match", "\"other\", " + tag), id);
                    assertThat(again.statusCode()).isEqualTo(304);
                    assertThat(again.asByteArray()).isEmpty();
                    assertThat(again.header("ETag")).isEqualTo(tag);
                    operation
                            .send(operation.as(ours.tenant()).header("If-None-Match", "\"0\""), id)
                            .then()
                            .statusCode(200);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_list_of_changes_has_an_order_of_its_own_and_wants_an_instant() {
        SampleRecords ours = SampleRecords.in(TestTenant.register());
        return ContractOperation.all().stream()
                .filter(EveryOperationTest::tellsChanges)
                .map(operation -> dynamicTest(operation.id(), () -> {
                    UUID none = UUID.randomUUID();
                    operation
                            .send(
                                    operation
                                            .as(ours.tenant())
                                            .queryParam("updated_since", "2020-01-01T00:00:00-03:00"),
                                    none)
                            .then()
                            .statusCode(200);
                    Response future = operation.send(
                            operation.as(ours.tenant()).queryParam("updated_since", "2999-01-01T00:00:00Z"), none);
                    assertThat(future.jsonPath().getList("data")).isEmpty();
                    for (String wrong : List.of("yesterday", "2026-01-31", "+12026-01-31T00:00:00Z")) {
                        Response refused =
                                operation.send(operation.as(ours.tenant()).queryParam("updated_since", wrong), none);
                        assertThat(refused.statusCode()).isEqualTo(400);
                        assertThat(refused.jsonPath().getString("violations[0].field"))
                                .isEqualTo("updated_since");
                    }
                    Response sorted = operation.send(
                            operation
                                    .as(ours.tenant())
                                    .queryParam("updated_since", "2020-01-01T00:00:00Z")
                                    .queryParam("sort", "created_at"),
                            none);
                    assertThat(sorted.statusCode()).isEqualTo(400);
                    assertThat(sorted.jsonPath().getString("violations[0].field"))
                            .isEqualTo("sort");
                }));
    }

    private static boolean tellsChanges(ContractOperation operation) {
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
        return ContractOperation.all().stream()
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
                            if (operation.id().startsWith("merge")) {
                                body.put("other_version", 0);
                            }
                            if (Set.of("dismissDuplicate", "restoreDuplicate").contains(operation.id())) {
                                String lead = ours.idFor("/api/crm/leads/{id}").toString();
                                body.put("kind", "lead").put("first_id", lead).put("second_id", lead);
                            }
                            body.put(field, UUID.randomUUID().toString());
                            UUID id = operation.path().contains("{id}")
                                    ? ours.idFor(operation.path())
                                    : UUID.randomUUID();
                            Response answer = operation
                                    .as(ours.tenant())
                                    .body(body.toString())
                                    .request(operation.method(), operation.path(id));
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

    /** The fields of a body that name a record. Neighbours on a board and what is to be left out are hints, and a switch of companies asks for one's own. */
    private static Stream<String> references(ContractOperation operation) {
        JsonNode schema =
                PublishedContract.resolved(operation.definition().at("/requestBody/content/application~1json/schema"));
        return schema.path("properties").properties().stream()
                .filter(field -> field.getKey().endsWith("_id")
                        && field.getValue().path("format").asText().equals("uuid"))
                .map(Map.Entry::getKey)
                .filter(field -> !Set.of("before_id", "after_id", "except_id").contains(field));
    }

    private static ObjectNode withoutReferences(ContractOperation operation) {
        ObjectNode body = (ObjectNode) operation
                .definition()
                .at("/requestBody/content/application~1json/example")
                .deepCopy();
        references(operation).forEach(body::remove);
        // Its keys are those of the company of the example.
        body.remove("custom");
        return body;
    }

    @TestFactory
    Stream<DynamicTest> a_write_that_knows_no_version_refuses_one() {
        SampleRecords ours = SampleRecords.in(TestTenant.register());
        List<ContractOperation> without = ContractOperation.all().stream()
                .filter(operation -> operation.method() != Method.GET
                        && !operation.definition().at("/parameters").toString().contains("/IfMatch"))
                .toList();
        assertThat(without).hasSizeGreaterThan(30);
        return without.stream()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    UUID id = operation.path().contains("{id}") ? ours.idFor(operation.path()) : UUID.randomUUID();
                    Response refused = operation.send(
                            operation.with(ours.tenant().token(Role.admin)).header("If-Match", "\"0\""), id);
                    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
                    assertThat(refused.jsonPath().getList("violations.field", String.class))
                            .containsExactly("If-Match");
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_write_by_id_that_is_based_on_another_version_is_refused_with_the_present_one() {
        SampleRecords ours = SampleRecords.in(TestTenant.register());
        List<ContractOperation> based = ContractOperation.all().stream()
                .filter(operation -> operation.path().contains("{id}")
                        && operation.definition().at("/parameters").toString().contains("/IfMatch"))
                .toList();
        assertThat(based).hasSizeGreaterThan(30);
        return based.stream()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    UUID id = ours.idFor(operation.path());
                    Response refused = operation.send(
                            operation.with(ours.tenant().token(Role.admin)).header("If-Match", "\"987\""), id);
                    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(412);
                    assertThat(refused.<Integer>path("current_version")).isBetween(0, 986);
                    assertThat(refused.header("ETag")).isEqualTo("\"" + refused.path("current_version") + "\"");
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_parameter_that_will_go_says_so_when_it_is_used_and_only_then() {
        TestTenant tenant = TestTenant.register();
        return ContractOperation.all().stream()
                .flatMap(operation -> StreamSupport.stream(
                                operation.definition().path("parameters").spliterator(), false)
                        .filter(parameter -> parameter.has("x-sunset"))
                        .map(parameter -> dynamicTest(
                                operation.id() + " " + parameter.get("name").asText(), () -> {
                                    UUID none = UUID.randomUUID();
                                    assertThat(parameter.get("deprecated").asBoolean())
                                            .isTrue();
                                    Response used = operation.send(
                                            operation
                                                    .as(tenant)
                                                    .queryParam(
                                                            parameter
                                                                    .get("name")
                                                                    .asText(),
                                                            "2026-01-31"),
                                            none);
                                    assertThat(used.statusCode()).isEqualTo(200);
                                    assertThat(used.header("Deprecation"))
                                            .isEqualTo("@"
                                                    + LocalDate.parse(parameter
                                                                    .get("x-deprecated-on")
                                                                    .asText())
                                                            .toEpochSecond(LocalTime.MIN, ZoneOffset.UTC));
                                    assertThat(used.header("Sunset")).endsWith("00:00:00 GMT");
                                    assertThat(used.header("Link")).contains("deprecation");
                                    Response plain = operation.send(operation.as(tenant), none);
                                    assertThat(plain.headers().hasHeaderWithName("Deprecation"))
                                            .isFalse();
                                })));
    }

    @TestFactory
    Stream<DynamicTest> an_id_that_is_no_uuid_answers_404() {
        TestTenant tenant = TestTenant.register();
        return ContractOperation.all().stream()
                .filter(operation -> operation.path().contains("{id}"))
                .map(operation -> dynamicTest(
                        operation.id(),
                        () -> operation
                                .as(tenant)
                                .body(operation.body())
                                .request(
                                        operation.method(),
                                        operation
                                                .path()
                                                .replace("{id}", "no-uuid")
                                                .replace("{rule}", "bant_need"))
                                .then()
                                .statusCode(404)
                                .contentType("application/problem+json")));
    }

    @TestFactory
    Stream<DynamicTest> an_unknown_field_is_refused_by_name() {
        TestTenant tenant = TestTenant.register();
        return ContractOperation.all().stream()
                .filter(operation -> operation
                        .definition()
                        .at("/requestBody/content/application~1json")
                        .isObject())
                .map(operation -> dynamicTest(operation.id(), () -> {
                    Response answer = operation
                            .as(tenant)
                            .body("{\"no_such_field\": 1}")
                            .request(operation.method(), operation.path(UUID.randomUUID()));
                    answer.then().statusCode(400).contentType("application/problem+json");
                    assertThat(answer.jsonPath().getList("violations.field", String.class))
                            .contains("no_such_field");
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_body_that_is_no_json_is_refused() {
        TestTenant tenant = TestTenant.register();
        return ContractOperation.all().stream()
                .filter(operation -> operation
                        .definition()
                        .at("/requestBody/content/application~1json")
                        .isObject())
                .map(operation -> dynamicTest(
                        operation.id(),
                        () -> operation
                                .as(tenant)
                                .body("{\"name\": ")
                                .request(operation.method(), operation.path(UUID.randomUUID()))
                                .then()
                                .statusCode(400)
                                .contentType("application/problem+json")));
    }
}
