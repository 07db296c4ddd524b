package dev.pulso.crm;

import static dev.pulso.crm.Sales.LEADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeadsTest {
    private Sales sales;

    @BeforeEach
    void tenant() {
        sales = Sales.ofNewTenant();
    }

    @Test
    void a_lead_is_kept_with_its_address_in_one_spelling() {
        UUID id = sales.aLead(Map.of(
                "name", "  Ana Souza ",
                "email", "Ana@ImobABC.com.br",
                "phone", "(41) 99876-5432",
                "company_name", "Imobiliária ABC",
                "source", "site",
                "tags", List.of("imobiliaria", "imobiliaria", "sul"),
                "owner_id", sales.tenant().adminId(),
                "bant_score", 70));
        sales.tenant()
                .api()
                .queryParam("include", "owner")
                .get(LEADS + "/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("W/\"0-"))
                .body("name", equalTo("Ana Souza"))
                .body("email", equalTo("ana@imobabc.com.br"))
                .body("phone", equalTo("+5541998765432"))
                .body("stage", equalTo("new"))
                .body("tags", contains("imobiliaria", "sul"))
                .body("owner.name", equalTo("Admin of " + sales.tenant().slug()))
                .body("bant_score", equalTo(70))
                .body("deal_id", nullValue())
                .body("created_at", notNullValue());
    }

    @Test
    void a_new_lead_is_told_to_the_world() {
        UUID id = sales.aLead(Map.of("name", "Ana", "source", "whatsapp"));
        assertThat(sales.fact(id, "lead.created").getString("stage")).isEqualTo("new");
    }

    @Test
    void an_edit_changes_what_it_names_and_clears_what_it_names_as_null() {
        UUID id = sales.aLead(Map.of("name", "Ana", "email", "ana@x.com.br", "source", "site"));
        Map<String, Object> changes = new HashMap<>(Map.of("stage", "contacted"));
        changes.put("email", null);
        sales.patch(LEADS, id, changes, 0)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("email", nullValue())
                .body("source", equalTo("site"))
                .body("stage", equalTo("contacted"));
    }

    @Test
    void an_edit_names_the_version_it_was_based_on() {
        UUID id = sales.aLead(Map.of("name", "Ana"));
        sales.patch(LEADS, id, Map.of("name", "Bia")).statusCode(428);
        sales.patch(LEADS, id, Map.of("name", "Bia"), 0).statusCode(200);
        sales.patch(LEADS, id, Map.of("name", "Caio"), 0).statusCode(412);
        sales.tenant()
                .api()
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Caio"))
                .patch(LEADS + "/{id}", id)
                .then()
                .statusCode(412);
        sales.tenant()
                .api()
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "Caio"))
                .patch(LEADS + "/{id}", id)
                .then()
                .statusCode(200);
    }

    @Test
    void leads_are_found_by_stage_source_owner_tag_and_words_without_accents() {
        sales.aLead(Map.of("name", "Ana Gonçalves", "source", "site", "tags", List.of("sul"), "bant_score", 10));
        sales.aLead(Map.of(
                "name",
                "Bruno",
                "stage",
                "qualified",
                "owner_id",
                sales.tenant().adminId(),
                "bant_score",
                90));
        sales.aLead(Map.of("name", "Célia", "company_name", "Oficina do Zé", "source", "site", "bant_score", 50));
        assertThat(names("?stage=qualified")).containsExactly("Bruno");
        assertThat(names("?source=site")).containsExactly("Célia", "Ana Gonçalves");
        assertThat(names("?owner_id=" + sales.tenant().adminId())).containsExactly("Bruno");
        assertThat(names("?tag=sul")).containsExactly("Ana Gonçalves");
        assertThat(names("?q=goncalves ANA")).containsExactly("Ana Gonçalves");
        assertThat(names("?q=oficina")).containsExactly("Célia");
        assertThat(names("?sort=-bant_score")).containsExactly("Bruno", "Célia", "Ana Gonçalves");
        assertThat(names("?sort=name")).containsExactly("Ana Gonçalves", "Bruno", "Célia");
    }

    @Test
    void pages_of_leads_hold_every_lead_once() {
        List<String> all = IntStream.range(0, 7).mapToObj(i -> "Lead " + i).toList();
        all.forEach(name -> sales.aLead(Map.of("name", name, "bant_score", 50)));
        for (String sort : List.of("name", "-name", "created_at", "-created_at", "bant_score", "-bant_score")) {
            var first = sales.tenant().get(LEADS + "?limit=4&sort=" + sort);
            var second =
                    sales.tenant().get(LEADS + "?limit=4&sort=" + sort + "&cursor=" + first.getString("next_cursor"));
            assertThat(second.getString("next_cursor")).isNull();
            List<String> seen = new java.util.ArrayList<>(first.getList("data.name", String.class));
            seen.addAll(second.getList("data.name", String.class));
            assertThat(seen).as(sort).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void what_is_not_acceptable_is_named_field_by_field() {
        sales.tenant()
                .unchecked()
                .body(Map.of("name", "", "bant_score", 101, "tags", List.of("")))
                .post(LEADS)
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("name", "bant_score", "tags[0]"));
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("email", "ana@"), Map.of("phone", "12"), Map.of("owner_id", UUID.randomUUID()))) {
            sales.tenant()
                    .unchecked()
                    .body(Sales.with(wrong, "name", "Ana"))
                    .post(LEADS)
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItem(wrong.keySet().iterator().next()));
        }
        sales.tenant().post(LEADS, Map.of("name", "   ")).statusCode(400).body("violations[0].field", equalTo("name"));
    }

    @Test
    void values_that_no_contract_allows_are_refused_and_nothing_is_written() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("name", "A".repeat(201)),
                Map.of("notes", "n".repeat(5001)),
                Map.of("stage", "converted"),
                Map.of("stage", "no stage"),
                Map.of("bant_score", -1),
                Map.of("bant_score", 99_999_999_999L),
                Map.of("bant_score", "many"),
                Map.of("owner_id", "nobody"),
                Map.of("tags", "sul"),
                Map.of("converted", true),
                Map.of("name", "nul \u0000 inside"))) {
            sales.tenant()
                    .unchecked()
                    .body(Sales.with(wrong, "name", "Ana"))
                    .post(LEADS)
                    .then()
                    .statusCode(400);
        }
        assertThat(sales.count("leads")).isZero();
    }

    @Test
    void a_lead_that_nothing_depends_on_can_be_deleted() {
        UUID id = sales.aLead(Map.of("name", "Ana"));
        sales.tenant().api().delete(LEADS + "/{id}", id).then().statusCode(204);
        sales.tenant().api().get(LEADS + "/{id}", id).then().statusCode(404);
        sales.tenant().api().delete(LEADS + "/{id}", id).then().statusCode(404);
    }

    private List<String> names(String query) {
        return sales.tenant().get(LEADS + query).getList("data.name");
    }
}
