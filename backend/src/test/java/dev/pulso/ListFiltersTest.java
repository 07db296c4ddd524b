package dev.pulso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The grammar of filters, alike in all lists of the contract, and pages that lose no row. */
@QuarkusTest
class ListFiltersTest {
    private record Filter(String path, String name, JsonNode schema) {}

    @TestFactory
    Stream<DynamicTest> every_declared_filter_is_understood_and_a_wrong_value_is_told() {
        TestTenant tenant = TestTenant.register();
        return filters()
                .map(filter -> dynamicTest(filter.path() + " " + filter.name(), () -> {
                    tenant.api()
                            .queryParam(filter.name(), right(filter.schema()))
                            .get(filter.path())
                            .then()
                            .statusCode(200);
                    tenant.unchecked()
                            .queryParam(filter.name(), "nonsense")
                            .get(filter.path())
                            .then()
                            .statusCode(400)
                            .body("violations[0].field", equalTo(filter.name()));
                }));
    }

    private static String right(JsonNode schema) {
        String type = schema.path("type").asText();
        if (type.equals("array")) {
            JsonNode items = schema.get("items");
            JsonNode values = resolved(items).path("enum");
            return values.isMissingNode()
                    ? UUID.randomUUID().toString()
                    : values.get(0).asText() + "," + values.get(1).asText();
        }
        return switch (schema.path("format").asText()) {
            case "date" -> "2026-01-31";
            case "date-time" -> "2026-01-31T12:00:00-03:00";
            default -> "100";
        };
    }

    @Test
    void a_range_includes_both_ends_and_states_are_any_of_several() {
        TestTenant tenant = TestTenant.register();
        for (int cents : List.of(100, 200, 300)) {
            tenant.create("/api/crm/deals", Map.of("title", "D" + cents, "amount_cents", cents));
        }
        assertThat(titles(tenant, Map.of("amount_cents_from", "100", "amount_cents_to", "200")))
                .containsExactly("D200", "D100");
        assertThat(titles(tenant, Map.of("amount_cents_from", "201"))).containsExactly("D300");
        assertThat(titles(tenant, Map.of("status", "won,lost"))).isEmpty();
        assertThat(titles(tenant, Map.of("status", "open,lost", "amount_cents_to", "100")))
                .containsExactly("D100");
        List<String> ids = tenant.get("/api/crm/deals").getList("data.id");
        assertThat(titles(tenant, Map.of("ids", ids.get(0) + "," + ids.get(2) + "," + UUID.randomUUID())))
                .containsExactly("D300", "D100");
    }

    private static List<String> titles(TestTenant tenant, Map<String, String> filters) {
        return tenant.api()
                .queryParams(filters)
                .get("/api/crm/deals")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("data.title");
    }

    @Test
    void a_cursor_goes_on_with_the_same_question_only() {
        TestTenant tenant = TestTenant.register();
        for (String name : List.of("a", "b", "c")) {
            tenant.create("/api/customers", Map.of("name", name, "kind", "person"));
        }
        String cursor = tenant.api()
                .queryParam("limit", 1)
                .queryParam("kind", "person")
                .get("/api/customers")
                .path("next_cursor");
        tenant.api()
                .queryParam("limit", 2)
                .queryParam("kind", "person")
                .queryParam("cursor", cursor)
                .get("/api/customers")
                .then()
                .statusCode(200)
                .body("data.name", equalTo(List.of("b", "a")));
        for (Map<String, String> other : List.<Map<String, String>>of(
                Map.of("kind", "company"),
                Map.of(),
                Map.of("kind", "person", "q", "a"),
                Map.of("kind", "person", "sort", "name"))) {
            tenant.unchecked()
                    .queryParams(other)
                    .queryParam("cursor", cursor)
                    .get("/api/customers")
                    .then()
                    .statusCode(400)
                    .body("violations[0].code", equalTo("cursor"));
        }
    }

    @TestFactory
    Stream<DynamicTest> a_walk_in_the_default_order_misses_no_row_that_is_renamed_meanwhile() {
        return Map.of(
                        "/api/customers", "{\"name\": \"%s\", \"kind\": \"person\"}",
                        "/api/crm/companies", "{\"name\": \"%s\"}",
                        "/api/crm/contacts", "{\"name\": \"%s\"}")
                .entrySet()
                .stream()
                .map(list -> dynamicTest(list.getKey(), () -> {
                    TestTenant tenant = TestTenant.register();
                    List<String> ids = new ArrayList<>();
                    for (String name : List.of("a", "b", "c", "d", "e", "f")) {
                        ids.add(tenant.api()
                                .body(list.getValue().formatted(name))
                                .post(list.getKey())
                                .path("id"));
                    }
                    List<String> seen = new ArrayList<>();
                    String cursor = null;
                    do {
                        var page = tenant.api()
                                .queryParams(cursor == null ? Map.of("limit", 2) : Map.of("limit", 2, "cursor", cursor))
                                .get(list.getKey())
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath();
                        seen.addAll(page.getList("data.id"));
                        cursor = page.getString("next_cursor");
                        // Each time another row moves to the front of its name.
                        tenant.api()
                                .header("If-Match", "*")
                                .body(Map.of("name", "0" + seen.size()))
                                .patch(list.getKey() + "/" + ids.get(Math.max(0, 5 - seen.size())))
                                .then()
                                .statusCode(200);
                    } while (cursor != null);
                    assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
                }));
    }

    private static Stream<Filter> filters() {
        List<Filter> found = new ArrayList<>();
        CONTRACT.get("paths")
                .properties()
                .forEach(path -> path.getValue().at("/get/parameters").forEach(parameter -> {
                    if (parameter.path("x-filter").asBoolean()) {
                        found.add(
                                new Filter(path.getKey(), parameter.get("name").asText(), parameter.get("schema")));
                    }
                }));
        assertThat(found).hasSizeGreaterThan(50);
        return found.stream();
    }

    private static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? CONTRACT.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    private static final JsonNode CONTRACT = read();

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("../openapi/dist/openapi.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
