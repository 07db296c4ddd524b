package dev.pulso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulso.testing.NewRecords;
import dev.pulso.testing.PublishedContract;
import dev.pulso.testing.SampleRecords;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
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
        SampleRecords records = SampleRecords.in(tenant);
        return filters()
                .map(filter -> dynamicTest(filter.path() + " " + filter.name(), () -> {
                    // Of a list that belongs to a record: that of one which there is.
                    String path = filter.path().contains("{id}")
                            ? filter.path()
                                    .replace(
                                            "{id}", records.idFor(filter.path()).toString())
                            : filter.path();
                    tenant.api()
                            .queryParam(filter.name(), right(filter.schema()))
                            .get(path)
                            .then()
                            .statusCode(200);
                    tenant.unchecked()
                            .queryParam(filter.name(), "nonsense")
                            .get(path)
                            .then()
                            .statusCode(400)
                            .body("violations[0].field", equalTo(filter.name()));
                }));
    }

    private static String right(JsonNode schema) {
        String type = schema.path("type").asText();
        if (type.equals("array")) {
            JsonNode items = schema.get("items");
            JsonNode values = PublishedContract.resolved(items).path("enum");
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

    /** Each state there is to ask for: the answer to two values is that to one and that to the other together. */
    @Test
    void several_values_of_a_state_are_all_of_them_wherever_a_state_is_asked_for() {
        TestTenant tenant = TestTenant.register();
        UUID customer = tenant.create("/api/customers", Map.of("name", "Ana", "kind", "person"));
        Map<String, Object> item = Map.of("description", "Site", "kind", "service", "unit_price", "10.00");
        List<UUID> invoices = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            invoices.add(tenant.create(
                    "/api/invoices",
                    Map.of(
                            "customer_id",
                            customer,
                            "due_on",
                            i == 0 ? "2020-01-01" : "2090-01-01",
                            "items",
                            List.of(item))));
        }
        tenant.step("/api/invoices/" + invoices.get(0) + "/issue").statusCode(200);
        tenant.step("/api/invoices/" + invoices.get(1) + "/issue").statusCode(200);
        for (String method : List.of("pix", "boleto")) {
            tenant.post("/api/invoices/" + invoices.get(1) + "/payments", Map.of("amount_cents", 100, "method", method))
                    .statusCode(201);
        }
        String away = NewRecords.make(tenant, "tenant/users", Map.of());
        tenant.step("/api/tenant/users/" + away + "/disable").statusCode(200);
        assertBoth(tenant, "/api/invoices", "status", "overdue", "draft", 1, 1);
        assertBoth(tenant, "/api/invoices", "status", "issued", "overdue", 1, 1);
        assertBoth(tenant, "/api/payments", "method", "pix", "boleto", 1, 1);
        assertBoth(tenant, "/api/tenant/users", "status", "active", "disabled", 1, 1);
        int made =
                tenant.get("/api/audit?limit=200&action=insert").getList("data").size();
        int changed =
                tenant.get("/api/audit?limit=200&action=update").getList("data").size();
        assertBoth(tenant, "/api/audit", "action", "insert", "update", made, changed);
        assertThat(made).isPositive();
        assertThat(changed).isPositive();
    }

    private static void assertBoth(
            TestTenant tenant, String path, String state, String one, String other, int ofOne, int ofOther) {
        assertThat(count(tenant, path, state, one)).as(state + "=" + one).isEqualTo(ofOne);
        assertThat(count(tenant, path, state, other)).as(state + "=" + other).isEqualTo(ofOther);
        assertThat(count(tenant, path, state, one + "," + other))
                .as(state + ": both")
                .isEqualTo(ofOne + ofOther);
    }

    private static int count(TestTenant tenant, String path, String state, String values) {
        return tenant.api()
                .queryParam("limit", 200)
                .queryParam(state, values)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("data")
                .size();
    }

    @Test
    void a_portfolio_is_summed_over_several_states_and_cycles() {
        TestTenant tenant = TestTenant.register();
        UUID customer = tenant.create("/api/customers", Map.of("name", "Ana", "kind", "person"));
        for (String status : List.of("active", "trial")) {
            for (String cycle : List.of("monthly", "annual")) {
                tenant.create(
                        "/api/contracts",
                        Map.of(
                                "customer_id",
                                customer,
                                "service_type",
                                "hospedagem_site",
                                "title",
                                status + cycle,
                                "billing_cycle",
                                cycle,
                                "amount_cents",
                                cycle.equals("annual") ? 12_000 : 1_000,
                                "status",
                                status,
                                "start_on",
                                "2026-01-31"));
            }
        }
        UUID gone = tenant.create(
                "/api/contracts",
                Map.of(
                        "customer_id", customer,
                        "service_type", "hospedagem_site",
                        "title", "gone",
                        "billing_cycle", "monthly",
                        "amount_cents", 5_000,
                        "status", "active",
                        "start_on", "2025-01-01"));
        tenant.post("/api/contracts/" + gone + "/cancel", Map.of("end_on", "2025-06-01"))
                .statusCode(200);
        for (Map.Entry<String, Integer> asked : Map.of(
                        "status=active", 2_000,
                        "status=active,trial", 4_000,
                        "status=cancelled", 5_000,
                        "status=trial,cancelled", 7_000,
                        "billing_cycle=monthly", 1_000,
                        "billing_cycle=monthly,annual&status=active,trial", 4_000)
                .entrySet()) {
            assertThat(tenant.get("/api/portfolio/summary?" + asked.getKey()).getInt("mrr_cents"))
                    .as(asked.getKey())
                    .isEqualTo(asked.getValue());
        }
        tenant.unchecked()
                .get("/api/portfolio/summary?status=active,nonsense")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("status"))
                .body("violations[0].code", equalTo("enum"));
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
        PublishedContract.ROOT
                .get("paths")
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
}
