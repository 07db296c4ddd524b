package dev.pulso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Lists leave long texts out; the record has them, and keeps them whatever somebody changes who saw the list only. */
@QuarkusTest
class LeanListsTest {
    private static final String ANSWER = "A resposta que se deu. ".repeat(20).strip();
    private static final String LONG = "Ligar só depois das 14 h. ".repeat(40).strip();
    private static final String REASON = LONG.substring(0, 499);

    private TestTenant tenant;
    private UUID customer;

    @BeforeEach
    void aCompany() {
        tenant = TestTenant.register();
        customer = tenant.create("/api/customers", Map.of("name", "João", "kind", "person", "notes", LONG));
    }

    /** A kind of record that has long texts, and a field that its list shows and people edit. */
    private record Kind(String path, Map<String, Object> record, String edited, String... texts) {}

    private List<Kind> kinds() {
        return List.of(
                new Kind(
                        "/api/crm/leads",
                        Map.of(
                                "name",
                                "Ana",
                                "notes",
                                LONG,
                                "bant_budget",
                                ANSWER,
                                "bant_authority",
                                ANSWER,
                                "bant_need",
                                ANSWER,
                                "bant_timeline",
                                ANSWER),
                        "name",
                        "notes",
                        "bant_budget",
                        "bant_authority",
                        "bant_need",
                        "bant_timeline"),
                new Kind("/api/crm/companies", Map.of("name", "ABC", "notes", LONG), "name", "notes"),
                new Kind("/api/crm/contacts", Map.of("name", "Rui", "notes", LONG), "name", "notes"),
                new Kind("/api/customers", Map.of("name", "Eva", "kind", "person", "notes", LONG), "name", "notes"),
                new Kind(
                        "/api/contracts",
                        Map.of(
                                "customer_id",
                                customer,
                                "service_type",
                                "hospedagem_site",
                                "title",
                                "Hospedagem",
                                "billing_cycle",
                                "monthly",
                                "amount_cents",
                                5000,
                                "start_on",
                                "2026-01-31",
                                "description",
                                LONG,
                                "internal_notes",
                                LONG),
                        "title",
                        "description",
                        "internal_notes"));
    }

    @TestFactory
    Stream<DynamicTest> a_text_that_the_list_does_not_bring_survives_an_edit_of_what_it_brings() {
        return kinds().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.path(), () -> {
                    UUID id = tenant.create(kind.path(), kind.record());
                    Map<String, Object> row = row(kind.path(), id);
                    assertThat(row).containsKeys("id", kind.edited(), "version").doesNotContainKeys(kind.texts());

                    tenant.api()
                            .header("If-Match", "\"" + row.get("version") + "\"")
                            .body(Map.of(kind.edited(), "Changed from the list"))
                            .patch(kind.path() + "/{id}", id)
                            .then()
                            .statusCode(200);
                    JsonPath after = tenant.get(kind.path() + "/{id}", id);
                    assertThat(after.getString(kind.edited())).isEqualTo("Changed from the list");
                    for (String text : kind.texts()) {
                        assertThat(after.getString(text))
                                .isEqualTo(kind.record().get(text));
                    }
                    // Everything else is the same in both: the record is its row and the texts.
                    Map<String, Object> record = new HashMap<>(after.getMap("$"));
                    assertThat(record.keySet()).contains(kind.texts());
                    record.keySet().removeAll(List.of(kind.texts()));
                    assertThat(record).isEqualTo(row(kind.path(), id));
                }));
    }

    @Test
    void the_reason_why_a_deal_was_lost_is_on_its_page_and_neither_in_lists_nor_on_the_board() {
        UUID id = tenant.create("/api/crm/deals", Map.of("title", "Site"));
        tenant.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("reason", REASON))
                .post("/api/crm/deals/{id}/lose", id)
                .then()
                .statusCode(200);
        JsonPath deal = tenant.get("/api/crm/deals/{id}", id);
        assertThat(deal.getString("lost_reason")).isEqualTo(REASON);
        assertThat(row("/api/crm/deals", id)).doesNotContainKey("lost_reason");
        JsonPath board = tenant.get("/api/crm/pipelines/{id}/board", deal.getString("pipeline_id"));
        Map<String, Object> card = board.getMap("stages.deals.flatten().find { it.id == '" + id + "' }");
        assertThat(card).containsEntry("title", "Site").doesNotContainKey("lost_reason");

        tenant.api()
                .header("If-Match", "\"" + card.get("version") + "\"")
                .body(Map.of("title", "Loja"))
                .patch("/api/crm/deals/{id}", id)
                .then()
                .statusCode(200);
        assertThat(tenant.get("/api/crm/deals/{id}", id).getString("lost_reason"))
                .isEqualTo(REASON);
    }

    @Test
    void an_invoice_has_its_lines_payments_and_texts_on_its_own_page_only() {
        UUID id = tenant.create(
                "/api/invoices",
                Map.of(
                        "customer_id",
                        customer,
                        "notes",
                        LONG,
                        "items",
                        List.of(Map.of("description", "Logotipo", "kind", "service", "unit_price", "800.00"))));
        assertThat(row("/api/invoices", id)).doesNotContainKeys("items", "payments", "notes", "cancel_reason");
        JsonPath invoice = tenant.get("/api/invoices/{id}", id);
        assertThat(invoice.getString("notes")).isEqualTo(LONG);
        assertThat(invoice.getList("items")).hasSize(1);
        assertThat(invoice.getMap("$")).containsKeys("payments", "cancel_reason");
    }

    private Map<String, Object> row(String path, UUID id) {
        return tenant.get(path).getMap("data.find { it.id == '" + id + "' }");
    }
}
