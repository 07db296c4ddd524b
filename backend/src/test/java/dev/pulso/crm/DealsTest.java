package dev.pulso.crm;

import static dev.pulso.crm.Sales.DEALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DealsTest {
    private Sales sales;

    @BeforeEach
    void tenant() {
        sales = Sales.ofNewTenant();
    }

    @Test
    void a_deal_begins_open_at_the_top_of_the_first_open_stage() {
        sales.aDeal("First");
        UUID id = sales.tenant().create(DEALS, Map.of("title", " Licença CFC ", "amount_cents", 480000));
        JsonPath deal = sales.deal(id);
        assertThat(deal.getString("title")).isEqualTo("Licença CFC");
        assertThat(deal.getString("status")).isEqualTo("open");
        assertThat(deal.getString("currency")).isEqualTo("BRL");
        assertThat(deal.getUUID("stage_id")).isEqualTo(sales.stage("Novo"));
        assertThat(deal.getUUID("pipeline_id")).isEqualTo(sales.pipeline());
        assertThat(sales.cards("Novo")).containsExactly("Licença CFC", "First");
        assertThat(sales.fact(id, "deal.created").getLong("amount_cents")).isEqualTo(480000);
    }

    @Test
    void a_deal_may_name_its_stage_pipeline_people_and_date() {
        UUID company = sales.aCompany("ABC");
        UUID contact = sales.aContact("Ana");
        UUID id = sales.tenant()
                .create(
                        DEALS,
                        Map.of(
                                "title",
                                "Site",
                                "pipeline_id",
                                sales.pipeline(),
                                "stage_id",
                                sales.stage("Proposta"),
                                "company_id",
                                company,
                                "contact_id",
                                contact,
                                "owner_id",
                                sales.tenant().adminId(),
                                "expected_close_on",
                                "2027-02-28",
                                "currency",
                                "USD"));
        sales.tenant()
                .api()
                .queryParam("include", "company,contact,owner")
                .get(DEALS + "/{id}", id)
                .then()
                .body("stage_id", equalTo(sales.stage("Proposta").toString()))
                .body("company.name", equalTo("ABC"))
                .body("contact.name", equalTo("Ana"))
                .body("owner.name", equalTo("Admin of " + sales.tenant().slug()))
                .body("expected_close_on", equalTo("2027-02-28"))
                .body("currency", equalTo("USD"));
    }

    @Test
    void a_deal_begins_in_an_open_stage_of_its_pipeline() {
        UUID other =
                sales.tenant().create(Sales.PIPELINES, Map.of("name", "Outro", "stages", PipelinesTest.threeStages()));
        for (UUID stage : List.of(sales.stage("Ganho"), sales.stage("Perdido"), UUID.randomUUID())) {
            sales.tenant()
                    .post(DEALS, Map.of("title", "Site", "stage_id", stage))
                    .statusCode(400)
                    .body("violations.field", contains("stage_id"));
        }
        sales.tenant()
                .post(DEALS, Map.of("title", "Site", "pipeline_id", other, "stage_id", sales.stage("Novo")))
                .statusCode(400)
                .body("violations.field", contains("stage_id"));
        sales.tenant()
                .post(DEALS, Map.of("title", "Site", "pipeline_id", UUID.randomUUID()))
                .statusCode(400)
                .body("violations.field", contains("pipeline_id"));
    }

    @Test
    void ids_that_do_not_exist_are_named_all_at_once() {
        sales.tenant()
                .post(
                        DEALS,
                        Map.of(
                                "title", "Site",
                                "company_id", UUID.randomUUID(),
                                "contact_id", UUID.randomUUID(),
                                "owner_id", UUID.randomUUID()))
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("company_id", "contact_id", "owner_id"));
    }

    @Test
    void an_edit_changes_and_clears_but_moves_nothing() {
        UUID company = sales.aCompany("ABC");
        UUID id = sales.aDeal(Map.of("company_id", company, "amount_cents", 100));
        Map<String, Object> changes = new HashMap<>(Map.of("title", "Site novo", "amount_cents", 250));
        changes.put("company_id", null);
        sales.patch(DEALS, id, changes, 0)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", equalTo("Site novo"))
                .body("amount_cents", equalTo(250))
                .body("company_id", nullValue())
                .body("stage_id", equalTo(sales.stage("Novo").toString()));
        sales.tenant()
                .unchecked()
                .header("If-Match", "\"" + 1 + "\"")
                .body(Map.of("stage_id", sales.stage("Proposta")))
                .patch(DEALS + "/{id}", id)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("stage_id"));
    }

    @Test
    void an_edit_names_the_version_it_was_based_on() {
        UUID id = sales.aDeal("Site");
        sales.patch(DEALS, id, Map.of("title", "A")).statusCode(428);
        sales.patch(DEALS, id, Map.of("title", "A"), 0).statusCode(200);
        sales.patch(DEALS, id, Map.of("title", "B"), 0).statusCode(412);
        sales.tenant()
                .api()
                .header("If-Match", "\"0\"")
                .body(Map.of("title", "B"))
                .patch(DEALS + "/{id}", id)
                .then()
                .statusCode(412);
    }

    @Test
    void of_two_edits_of_one_version_at_once_one_is_told() {
        UUID id = sales.aDeal("Site");
        assertThat(Sales.atOnce(List.of(
                        () -> sales.patch(DEALS, id, Map.of("title", "A"), 0)
                                .extract()
                                .statusCode(),
                        () -> sales.patch(DEALS, id, Map.of("title", "B"), 0)
                                .extract()
                                .statusCode())))
                .containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void bad_values_are_refused_by_name() {
        Map<Map<String, Object>, String> wrong = Map.of(
                Map.of("title", "T".repeat(201)), "title",
                Map.of("title", ""), "title",
                Map.of("title", "  "), "title",
                Map.of("amount_cents", -1), "amount_cents",
                Map.of("amount_cents", 100_000_000_001L), "amount_cents",
                Map.of("currency", "reais"), "currency",
                Map.of("currency", "ZZZ"), "currency",
                Map.of("currency", "XAU"), "currency",
                Map.of("expected_close_on", "2027-02-30"), "expected_close_on",
                Map.of("owner_id", "me"), "owner_id");
        wrong.forEach((body, field) -> sales.tenant()
                .unchecked()
                .body(Sales.with(body, "title", "Site"))
                .post(DEALS)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field)));
        for (Object tooMuch : List.of(new java.math.BigInteger("9".repeat(30)), 1.5, "many")) {
            sales.tenant()
                    .unchecked()
                    .body(Map.of("title", "Site", "amount_cents", tooMuch))
                    .post(DEALS)
                    .then()
                    .statusCode(400);
        }
        assertThat(sales.count("deals")).isZero();
    }

    @Test
    void deals_are_found_by_everything_they_have() {
        UUID company = sales.aCompany("Padaria São João");
        UUID contact = sales.aContact("Ana");
        sales.aDeal(Map.of("title", "Forno", "company_id", company, "contact_id", contact, "amount_cents", 300));
        sales.aDeal(Map.of("title", "Balcão", "owner_id", sales.tenant().adminId(), "amount_cents", 100));
        UUID lost = sales.aDeal(Map.of("title", "Câmara fria", "amount_cents", 200));
        sales.lose(lost, "Preço").statusCode(200);
        assertThat(titles("?company_id=" + company)).containsExactly("Forno");
        assertThat(titles("?contact_id=" + contact)).containsExactly("Forno");
        assertThat(titles("?owner_id=" + sales.tenant().adminId())).containsExactly("Balcão");
        assertThat(titles("?status=lost")).containsExactly("Câmara fria");
        assertThat(titles("?status=open&pipeline_id=" + sales.pipeline())).containsExactly("Balcão", "Forno");
        assertThat(titles("?stage_id=" + sales.stage("Perdido"))).containsExactly("Câmara fria");
        assertThat(titles("?q=balcao")).containsExactly("Balcão");
        assertThat(titles("?q=sao joao")).containsExactly("Forno");
        assertThat(titles("?q=forno padaria")).containsExactly("Forno");
        assertThat(titles("?q=forno balcao")).isEmpty();
        assertThat(titles("?pipeline_id=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void pages_in_every_order_hold_every_deal_once() {
        for (int i = 0; i < 7; i++) {
            Map<String, Object> body = new HashMap<>(Map.of("title", "Deal " + i, "amount_cents", i / 2));
            if (i % 3 != 0) {
                body.put("expected_close_on", "2027-01-0" + (1 + i / 3));
            }
            sales.aDeal(body);
        }
        Map<String, List<String>> orders = Map.of(
                "created_at",
                deals(0, 1, 2, 3, 4, 5, 6),
                "-created_at",
                deals(6, 5, 4, 3, 2, 1, 0),
                "amount_cents",
                deals(0, 1, 2, 3, 4, 5, 6),
                "-amount_cents",
                deals(6, 5, 4, 3, 2, 1, 0),
                "expected_close_on",
                deals(1, 2, 4, 5, 0, 3, 6),
                "title",
                deals(0, 1, 2, 3, 4, 5, 6),
                "position&stage_id=" + sales.stage("Novo"),
                deals(6, 5, 4, 3, 2, 1, 0));
        orders.forEach((sort, expected) -> {
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                JsonPath page = sales.tenant().get(DEALS + "?limit=3&sort=" + sort + cursor);
                seen.addAll(page.getList("data.title", String.class));
                cursor = page.getString("next_cursor") == null ? null : "&cursor=" + page.getString("next_cursor");
            } while (cursor != null);
            assertThat(seen).as(sort).isEqualTo(expected);
        });
    }

    @Test
    void a_page_is_asked_for_within_limits() {
        for (String wrong : List.of(
                "?limit=0",
                "?limit=201",
                "?limit=x",
                "?sort=color",
                "?cursor=abc",
                "?sort=position",
                "?status=gone",
                "?owner_id=me")) {
            sales.tenant()
                    .unchecked()
                    .get(DEALS + wrong)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        sales.aDeal("A");
        sales.aDeal("B");
        String cursor = sales.tenant().get(DEALS + "?limit=1&sort=title").getString("next_cursor");
        sales.tenant()
                .unchecked()
                .get(DEALS + "?sort=amount_cents&cursor=" + cursor)
                .then()
                .statusCode(400);
    }

    private List<String> titles(String query) {
        return sales.tenant().get(DEALS + query).getList("data.title");
    }

    private static List<String> deals(int... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(i -> "Deal " + i).toList();
    }
}
