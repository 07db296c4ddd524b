package dev.pulso.crm;

import static dev.pulso.crm.Sales.DEALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.pulso.testing.TestTenant.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LostReasonsTest {
    private static final String REASONS = "/api/crm/lost-reasons";

    private Sales sales;

    @BeforeEach
    void tenant() {
        sales = Sales.ofNewTenant();
    }

    @Test
    void every_company_begins_with_the_usual_reasons() {
        assertThat(names())
                .containsExactly(
                        "Preço",
                        "Escolheu um concorrente",
                        "Parou de responder",
                        "Sem orçamento",
                        "Não é o momento",
                        "Não atende ao que precisa");
    }

    @Test
    void a_deal_is_lost_for_a_reason_of_the_list_and_keeps_what_was_said() {
        UUID price = id("Preço");
        UUID silent = sales.aDeal("A");
        UUID told = sales.aDeal("B");
        sales.act(DEALS, silent, "lose", Map.of("lost_reason_id", price))
                .statusCode(200)
                .body("lost_reason_id", equalTo(price.toString()))
                .body("lost_reason", equalTo("Preço"));
        sales.act(DEALS, told, "lose", Map.of("lost_reason_id", price, "reason", "20 % a menos <b>ali</b> 😅"))
                .statusCode(200)
                .body("lost_reason", equalTo("20 % a menos <b>ali</b> 😅"));
        assertThat(sales.tenant().get(DEALS + "?lost_reason_id=" + price).getList("data.title"))
                .containsExactlyInAnyOrder("A", "B");
        assertThat(sales.board("?lost_reason_id=" + price).getInt("stages[6].count"))
                .isEqualTo(2);
        // Again, and for something else.
        sales.act(DEALS, silent, "lose", Map.of("lost_reason_id", price)).statusCode(200);
        sales.act(DEALS, silent, "lose", Map.of("lost_reason_id", id("Sem orçamento")))
                .statusCode(409);
    }

    @Test
    void words_that_name_a_reason_mean_it_and_others_mean_none() {
        UUID named = sales.aDeal("A");
        UUID other = sales.aDeal("B");
        sales.lose(named, "  sem   ORCAMENTO ").statusCode(200);
        sales.lose(other, "Mudou de cidade").statusCode(200);
        assertThat(sales.deal(named).getUUID("lost_reason_id")).isEqualTo(id("Sem orçamento"));
        assertThat(sales.deal(other).getString("lost_reason_id")).isNull();
        sales.reopen(named).statusCode(200).body("lost_reason_id", equalTo(null));
    }

    @Test
    void without_a_reason_nothing_is_lost() {
        UUID deal = sales.aDeal("A");
        sales.act(DEALS, deal, "lose", Map.of("reason", "  "))
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"))
                .body("violations[0].code", equalTo("required"));
        sales.tenant()
                .unchecked()
                .body(Map.of())
                .post(DEALS + "/{id}/lose", deal)
                .then()
                .statusCode(400);
        sales.act(DEALS, deal, "lose", Map.of("lost_reason_id", UUID.randomUUID()))
                .statusCode(400)
                .body("violations[0].field", equalTo("lost_reason_id"));
        assertThat(sales.deal(deal).getString("status")).isEqualTo("open");
    }

    @Test
    void a_reason_that_is_renamed_is_the_same_and_one_that_is_archived_is_not_offered() {
        UUID price = id("Preço");
        UUID before = sales.aDeal("A");
        sales.act(DEALS, before, "lose", Map.of("lost_reason_id", price)).statusCode(200);
        edit(price, 0, Map.of("name", "Preço alto")).statusCode(200);
        UUID after = sales.aDeal("B");
        sales.act(DEALS, after, "lose", Map.of("lost_reason_id", price)).statusCode(200);
        JsonPath both = sales.tenant().get(DEALS + "?include=loss&lost_reason_id=" + price);
        assertThat(both.getList("data.loss.name")).containsExactly("Preço alto", "Preço alto");
        // What was said then is what was said then.
        assertThat(sales.deal(before).getString("lost_reason")).isEqualTo("Preço");
        edit(price, 1, Map.of("archived", true)).statusCode(200).body("archived", equalTo(true));
        sales.act(DEALS, sales.aDeal("C"), "lose", Map.of("lost_reason_id", price))
                .statusCode(400)
                .body("violations[0].field", equalTo("lost_reason_id"));
        assertThat(names().getLast()).isEqualTo("Preço alto");
        assertThat(sales.deal(before).getUUID("lost_reason_id")).isEqualTo(price);
    }

    @Test
    void a_reason_is_put_elsewhere_and_those_between_make_room() {
        edit(id("Sem orçamento"), 0, Map.of("ordinal", 0)).statusCode(200);
        assertThat(names().subList(0, 3)).containsExactly("Sem orçamento", "Preço", "Escolheu um concorrente");
        edit(id("Sem orçamento"), 1, Map.of("ordinal", 200)).statusCode(200).body("ordinal", equalTo(5));
        assertThat(names().getFirst()).isEqualTo("Preço");
        assertThat(sales.tenant().get(REASONS).getList("data.ordinal")).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void two_reasons_do_not_share_a_name_and_an_edit_needs_its_version() {
        sales.tenant()
                .post(REASONS, Map.of("name", " preco "))
                .statusCode(409)
                .body("type", endsWith("/duplicate"))
                .body("existing_id", equalTo(id("Preço").toString()));
        edit(id("Sem orçamento"), 0, Map.of("name", "PREÇO")).statusCode(409);
        edit(id("Preço"), 7, Map.of("name", "Caro")).statusCode(412);
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("name", null);
        edit(id("Preço"), 0, nothing).statusCode(400);
    }

    @Test
    void who_sells_reads_the_list_and_who_sets_up_pipelines_changes_it() {
        sales.tenant().as(Role.agent).get(REASONS).then().statusCode(200);
        sales.tenant()
                .as(Role.viewer)
                .body(Map.of("name", "Prazo"))
                .post(REASONS)
                .then()
                .statusCode(403);
        Sales other = Sales.ofNewTenant();
        other.act(DEALS, other.aDeal("X"), "lose", Map.of("lost_reason_id", id("Preço")))
                .statusCode(400);
    }

    @Test
    void many_are_lost_for_a_reason_of_the_list_at_once() {
        UUID deal = sales.aDeal("A");
        sales.tenant()
                .post(
                        "/api/crm/deals/bulk",
                        Map.of(
                                "records",
                                List.of(Map.of("id", deal, "version", 0)),
                                "action",
                                Map.of("type", "lose", "lost_reason_id", id("Preço"))))
                .statusCode(202);
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(sales.deal(deal).getString("lost_reason")).isEqualTo("Preço"));
    }

    @Test
    void deals_that_were_lost_before_the_list_find_their_reason() {
        UUID deal = sales.aDeal("A");
        sales.lose(deal, "Prazo").statusCode(200);
        UUID reason = sales.tenant().create(REASONS, Map.of("name", "prazo"));
        sales.sql("update deals set lost_reason = 'Prazo ' where id = $1 and lost_reason_id is null", Tuple.of(deal));
        assertThat(sales.deal(deal).getUUID("lost_reason_id")).isEqualTo(reason);
    }

    private ValidatableResponse edit(UUID id, int version, Map<String, ?> body) {
        return sales.patch(REASONS, id, body, version);
    }

    private List<String> names() {
        return sales.tenant().get(REASONS).getList("data.name");
    }

    private UUID id(String name) {
        return UUID.fromString(
                sales.tenant().get(REASONS).param("name", name).getString("data.find { it.name == name }.id"));
    }
}
