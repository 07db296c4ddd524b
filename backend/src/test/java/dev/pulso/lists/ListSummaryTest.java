package dev.pulso.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much a question is about, and what may be asked at all. */
@QuarkusTest
class ListSummaryTest {
    private static final String SUMMARY = "/api/lists/summary";

    private TestTenant tenant;

    @BeforeEach
    void tenant() {
        tenant = TestTenant.register();
    }

    @Test
    void rows_are_counted_and_added_up_as_the_list_shows_them() {
        deal("Site", 150_000, "BRL");
        deal("Loja", 250_000, "BRL");
        deal("Portal", 90_000, "USD");
        deal("Loja pequena", 10_000, "BRL");
        summary(Map.of("kind", "deals", "filters", Map.of("amount_cents_from", "50000", "status", "open,won")))
                .statusCode(200)
                .body("row_count", equalTo(3))
                .body("more", equalTo(false))
                .body("sums.currency", equalTo(List.of("BRL", "USD")))
                .body("sums.amount_cents", equalTo(List.of(400_000, 90_000)))
                .body("sums.row_count", equalTo(List.of(2, 1)));
        summary(Map.of("kind", "deals", "filters", Map.of("q", "loja"), "sort", "-amount_cents"))
                .statusCode(200)
                .body("row_count", equalTo(2));
    }

    @Test
    void what_has_no_amount_is_counted_alone_and_nothing_is_counted_as_none() {
        tenant.create("/api/crm/companies", Map.of("name", "Acme"));
        summary(Map.of("kind", "companies"))
                .statusCode(200)
                .body("row_count", equalTo(1))
                .body("sums", hasSize(0));
        summary(Map.of("kind", "leads"))
                .statusCode(200)
                .body("row_count", equalTo(0))
                .body("sums", hasSize(0));
        summary(Map.of("kind", "invoices"))
                .statusCode(200)
                .body("row_count", equalTo(0))
                .body("sums", hasSize(0));
    }

    @Test
    void a_filter_without_a_value_asks_nothing() {
        tenant.create("/api/crm/leads", Map.of("name", "Ana"));
        summary(Map.of("kind", "leads", "filters", Map.of("source", " ", "q", "")))
                .statusCode(200)
                .body("row_count", equalTo(1));
    }

    @Test
    void what_the_list_does_not_have_is_refused_with_its_pointer() {
        Map<String, String> filters = new HashMap<>();
        filters.put("stagge", "new");
        filters.put("stage", "new,old");
        filters.put("owner_id", "me");
        filters.put("created_at_from", "yesterday");
        filters.put("tag", "x".repeat(51));
        filters.put("limit", "5");
        refused(Map.of("kind", "leads", "filters", filters, "sort", "shoe_size"))
                .body(
                        "violations.collect { it.field + ' ' + it.code }",
                        hasItems(
                                "filters.stagge unknown_parameter",
                                "filters.stage enum",
                                "filters.owner_id type",
                                "filters.created_at_from type",
                                "filters.tag size",
                                "filters.limit unknown_parameter",
                                "sort enum"))
                .body("violations", hasSize(7))
                .body("violations.find { it.field == 'filters.stage' }.pointer", equalTo("/filters/stage"));
        refused(Map.of("kind", "deals", "filters", Map.of("stage_id", UUID.randomUUID() + "," + UUID.randomUUID())))
                .body("violations[0].code", equalTo("size"));
        refused(Map.of("kind", "horses")).body("violations[0].field", equalTo("kind"));
    }

    @Test
    void who_may_not_read_a_kind_is_not_told_how_much_there_is() {
        Person technician = Person.join(tenant, "technician");
        technician.api().body(Map.of("kind", "deals")).post(SUMMARY).then().statusCode(403);
        technician.api().body(Map.of("kind", "customers")).post(SUMMARY).then().statusCode(200);
    }

    @Test
    void only_what_the_caller_reaches_is_counted() {
        UUID role = tenant.create(
                "/api/roles",
                Map.of(
                        "name", "Own leads",
                        "permissions", List.of("crm.leads:read", "crm.leads:write"),
                        "record_scopes", Map.of("leads", "own")));
        Person own = Person.join(tenant, role.toString());
        tenant.create("/api/crm/leads", Map.of("name", "Ana", "owner_id", tenant.adminId()));
        tenant.create("/api/crm/leads", Map.of("name", "Bia", "owner_id", own.id()));
        own.api()
                .body(Map.of("kind", "leads"))
                .post(SUMMARY)
                .then()
                .statusCode(200)
                .body("row_count", equalTo(1));
        TestTenant other = TestTenant.register();
        other.api()
                .body(Map.of("kind", "leads"))
                .post(SUMMARY)
                .then()
                .statusCode(200)
                .body("row_count", equalTo(0));
    }

    /** Of each list each filter, as the contract writes its values. */
    @Test
    void every_list_can_be_asked_everything_that_its_contract_has() throws IOException {
        JsonNode lists = new ObjectMapper()
                .readTree(Path.of("../openapi/dist/lists.json").toFile());
        JsonNode operations = new ObjectMapper()
                .readTree(Path.of("../openapi/dist/openapi.json").toFile())
                .get("paths");
        assertThat(lists.size()).isEqualTo(8);
        lists.properties().forEach(list -> {
            Map<String, String> all = new HashMap<>();
            list.getValue()
                    .get("filters")
                    .properties()
                    .forEach(filter -> all.put(filter.getKey(), value(filter.getValue())));
            all.forEach((name, value) -> summary(Map.of("kind", list.getKey(), "filters", Map.of(name, value)))
                    .statusCode(200)
                    .body("row_count", equalTo(0)));
            summary(Map.of("kind", list.getKey(), "filters", all)).statusCode(200);
            // The list itself takes the same.
            String path = operations.properties().stream()
                    .filter(each ->
                            each.getValue().path("get").path("x-list").asText().equals(list.getKey()))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            JsonPath page = tenant.api()
                    .queryParams(all)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.getList("data")).isEmpty();
        });
    }

    private static String value(JsonNode filter) {
        return switch (filter.get("type").asText()) {
            case "uuid" -> UUID.randomUUID().toString();
            case "enum" -> filter.get("values").get(0).asText();
            case "date" -> "2026-01-31";
            case "instant" -> "2026-01-31T12:00:00Z";
            case "integer" -> "1";
            default -> "x";
        };
    }

    private void deal(String title, long cents, String currency) {
        tenant.create("/api/crm/deals", Map.of("title", title, "amount_cents", cents, "currency", currency));
    }

    private ValidatableResponse summary(Map<String, ?> question) {
        return tenant.unchecked().body(question).post(SUMMARY).then();
    }

    private ValidatableResponse refused(Map<String, ?> question) {
        return summary(question).statusCode(400);
    }
}
