package dev.pulso.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has happened to a record and around it. */
@QuarkusTest
class TimelineTest {
    private TestTenant tenant;

    @BeforeEach
    void tenant() {
        tenant = TestTenant.register();
    }

    @Test
    void a_deal_tells_how_it_was_made_and_changed_and_what_was_done_about_it() {
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Site", "amount_cents", 100));
        tenant.create("/api/crm/activities", note(deal, "Decide até sexta"));
        tenant.create("/api/crm/activities", Map.of("type", "task", "subject", "Ainda não", "deal_id", deal));
        tenant.basedOn(0)
                .body(Map.of("amount_cents", 200))
                .patch("/api/crm/deals/" + deal)
                .then()
                .statusCode(200);
        JsonPath told = tenant.get("/api/crm/deals/" + deal + "/timeline?include=made_by");
        assertThat(told.getList("data.kind")).containsExactly("change", "activity", "change");
        assertThat(told.getList("data.event")).containsExactly("updated", "completed", "created");
        assertThat(told.getMap("data[0].change.before")).containsOnly(Map.entry("amount_cents", 100));
        assertThat(told.getMap("data[0].change.after")).containsOnly(Map.entry("amount_cents", 200));
        assertThat(told.getString("data[0].made_by_id"))
                .isEqualTo(tenant.adminId().toString());
        assertThat(told.getString("data[0].made_by.name")).isEqualTo("Admin of " + tenant.slug());
        assertThat(told.getString("data[1].title")).isEqualTo("Decide até sexta");
        assertThat(told.getString("data[1].activity.type")).isEqualTo("note");
        assertThat(told.getString("data[1].record_type")).isEqualTo("activity");
        assertThat(told.getString("data[2].change.after.title")).isEqualTo("Site");
        assertThat(told.getString("next_cursor")).isNull();
        assertThat(tenant.get("/api/crm/deals/" + deal + "/timeline?kind=activity")
                        .getList("data.kind"))
                .containsExactly("activity");
    }

    @Test
    void a_card_that_only_moved_within_its_column_has_not_changed() {
        UUID low = tenant.create("/api/crm/deals", Map.of("title", "Baixo"));
        UUID high = tenant.create("/api/crm/deals", Map.of("title", "Alto"));
        String stage = tenant.get("/api/crm/deals/" + low).getString("stage_id");
        tenant.post("/api/crm/deals/" + high + "/move", Map.of("stage_id", stage, "after_id", low))
                .statusCode(200);
        assertThat(tenant.get("/api/crm/deals/" + high + "/timeline").getList("data.event"))
                .containsExactly("created");
        // What a person does is called alike, and is worth telling.
        UUID contact = tenant.create("/api/crm/contacts", Map.of("name", "Helena", "position", "Sócia"));
        tenant.basedOn(0)
                .body(Map.of("position", "Diretora"))
                .patch("/api/crm/contacts/" + contact)
                .then()
                .statusCode(200);
        assertThat(tenant.get("/api/crm/contacts/" + contact + "/timeline").getMap("data[0].change.after"))
                .containsOnly(Map.entry("position", "Diretora"));
    }

    @Test
    void a_customer_tells_of_its_contracts_invoices_and_money() {
        UUID customer = tenant.create("/api/customers", Map.of("name", "João", "kind", "person"));
        UUID contract = tenant.create(
                "/api/contracts",
                Map.of(
                        "customer_id", customer,
                        "service_type", "hospedagem_site",
                        "title", "Hospedagem",
                        "billing_cycle", "monthly",
                        "amount_cents", 5000,
                        "start_on", "2026-01-31"));
        UUID invoice = tenant.create(
                "/api/invoices",
                Map.of(
                        "customer_id",
                        customer,
                        "items",
                        List.of(Map.of("description", "Logotipo", "kind", "service", "unit_price", "800.00"))));
        tenant.step("/api/invoices/" + invoice + "/issue").statusCode(200);
        tenant.post("/api/invoices/" + invoice + "/payments", Map.of("amount_cents", 300, "method", "pix"))
                .statusCode(201);
        JsonPath told = tenant.get("/api/customers/" + customer + "/timeline?kind=contract,invoice,payment");
        assertThat(told.getList("data.kind")).containsExactly("payment", "invoice", "contract");
        assertThat(told.getInt("data[0].amount_cents")).isEqualTo(300);
        assertThat(told.getString("data[0].record_id")).isEqualTo(invoice.toString());
        assertThat(told.getString("data[0].payment.method")).isEqualTo("pix");
        assertThat(told.getString("data[1].title")).isEqualTo("1");
        assertThat(told.getInt("data[1].amount_cents")).isEqualTo(80000);
        assertThat(told.getString("data[2].title")).isEqualTo("Hospedagem");
        assertThat(told.getString("data[2].record_id")).isEqualTo(contract.toString());
        assertThat(tenant.get("/api/invoices/" + invoice + "/timeline").getList("data.kind"))
                .contains("payment", "change");
        // Who may not read invoices is not told of them.
        UUID role = tenant.create(
                "/api/roles", Map.of("name", "Clientes", "permissions", List.of("customers.customers:read")));
        Person rui = Person.join(tenant, role.toString());
        assertThat(rui.api()
                        .get("/api/customers/" + customer + "/timeline")
                        .jsonPath()
                        .getList("data.kind"))
                .containsOnly("change");
    }

    @Test
    void page_by_page_it_tells_everything_once_and_in_order() {
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Site"));
        IntStream.range(0, 9).forEach(i -> tenant.create("/api/crm/activities", note(deal, "Nota " + i)));
        // Two at the same moment.
        List.of("a", "b")
                .forEach(name -> tenant.create(
                        "/api/crm/activities",
                        Map.of(
                                "type",
                                "call",
                                "subject",
                                name,
                                "deal_id",
                                deal,
                                "completed_at",
                                "2026-11-02T15:00:00Z")));
        String path = "/api/crm/deals/" + deal + "/timeline";
        List<String> whole = tenant.get(path).getList("data.id");
        assertThat(whole).hasSize(12).doesNotHaveDuplicates();
        List<String> told = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = tenant.get(path + "?limit=5" + cursor);
            told.addAll(page.getList("data.id"));
            cursor = page.getString("next_cursor") == null ? null : "&cursor=" + page.getString("next_cursor");
        }
        assertThat(told).isEqualTo(whole);
        assertThat(tenant.get(path).getList("data.at", String.class))
                .isSortedAccordingTo(java.util.Comparator.<String>reverseOrder());
        // Of another record, or made up: none.
        UUID other = tenant.create("/api/crm/deals", Map.of("title", "Outro"));
        String first = tenant.get(path + "?limit=5").getString("next_cursor");
        tenant.api()
                .get("/api/crm/deals/{id}/timeline?cursor={cursor}", other, first)
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("cursor"));
    }

    @Test
    void there_is_none_of_a_record_that_one_does_not_see() {
        TestTenant other = TestTenant.register();
        UUID deal = other.create("/api/crm/deals", Map.of("title", "Alheio"));
        tenant.api().get("/api/crm/deals/{id}/timeline", deal).then().statusCode(404);
        tenant.api()
                .get("/api/crm/deals/{id}/timeline", UUID.randomUUID())
                .then()
                .statusCode(404);
        UUID role = tenant.create(
                "/api/roles",
                Map.of(
                        "name",
                        "Own",
                        "permissions",
                        List.of("crm.deals:read"),
                        "record_scopes",
                        Map.of("deals", "own")));
        Person ana = Person.join(tenant, role.toString());
        UUID hidden = tenant.create("/api/crm/deals", Map.of("title", "Do chefe"));
        assertThat(ana.status("/api/crm/deals/" + hidden + "/timeline")).isEqualTo(404);
    }

    private static Map<String, Object> note(UUID deal, String subject) {
        return Map.of("type", "note", "subject", subject, "deal_id", deal);
    }
}
