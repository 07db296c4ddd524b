package dev.pulso.crm;

import static dev.pulso.crm.Sales.DEALS;
import static dev.pulso.crm.Sales.hosting;
import static dev.pulso.crm.Sales.license;
import static dev.pulso.crm.Sales.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DealClosingTest {
    private Sales sales;

    @BeforeEach
    void tenant() {
        sales = Sales.ofNewTenant();
    }

    @Test
    void a_closed_deal_lies_on_top_of_its_stage() {
        UUID a = sales.aDeal("A");
        UUID b = sales.aDeal("B");
        sales.lose(a, "Preço").statusCode(200);
        sales.lose(b, "Prazo").statusCode(200);
        assertThat(sales.cards("Perdido")).containsExactly("B", "A");
    }

    @Test
    void a_deal_is_lost_for_a_reason() {
        UUID deal = sales.aDeal("Site", "Proposta", 5000);
        sales.lose(deal, "Preço")
                .statusCode(200)
                .body("status", equalTo("lost"))
                .body("lost_reason", equalTo("Preço"))
                .body("closed_on", equalTo(today()))
                .body("stage_id", equalTo(sales.stage("Perdido").toString()));
        assertThat(sales.fact(deal, "deal.lost").encode()).contains("lost_on").doesNotContain("Preço");
        UUID earlier = sales.aDeal("Outro");
        sales.act(DEALS, earlier, "lose", Map.of("reason", "Prazo", "lost_on", "2026-10-01"))
                .statusCode(200)
                .body("closed_on", equalTo("2026-10-01"));
    }

    @Test
    void a_closed_deal_closes_no_second_time() {
        UUID won = sales.aDeal("Site");
        sales.win(won, Map.of()).statusCode(200);
        sales.win(won, Map.of()).statusCode(200).body("deal.version", equalTo(1));
        for (Map<String, Object> more : List.<Map<String, Object>>of(
                Map.of("won_on", LocalDate.parse(Sales.today()).minusDays(3).toString()),
                Map.of("customer", Map.of("name", "João", "kind", "person")),
                Map.of(
                        "customer_id",
                        sales.tenant().create("/api/customers", Map.of("name", "Rui", "kind", "person"))))) {
            sales.win(won, more).statusCode(409).body("type", equalTo("/docs/problems/deal_closed"));
        }
        sales.lose(won, "Preço").statusCode(409);
        UUID lost = sales.aDeal("Site");
        sales.lose(lost, "Preço").statusCode(200);
        sales.lose(lost, "Preço").statusCode(200).body("version", equalTo(1));
        sales.lose(lost, "Prazo").statusCode(409);
        sales.win(lost, Map.of()).statusCode(409);
    }

    @Test
    void a_deal_is_not_won_or_lost_on_a_day_that_has_not_come() {
        UUID deal = sales.aDeal("Site");
        String later = LocalDate.parse(Sales.today()).plusDays(2).toString();
        sales.act(DEALS, deal, "win", Map.of("won_on", later))
                .statusCode(400)
                .body("violations[0].field", equalTo("won_on"))
                .body("violations[0].code", equalTo("future"));
        sales.act(DEALS, deal, "lose", Map.of("reason", "Prazo", "lost_on", later))
                .statusCode(400)
                .body("violations[0].field", equalTo("lost_on"))
                .body("violations[0].code", equalTo("future"));
        assertThat(sales.deal(deal).getString("status")).isEqualTo("open");
        sales.act(DEALS, deal, "win", Map.of("won_on", Sales.today())).statusCode(200);
    }

    @Test
    void a_deal_cannot_be_won_and_lost_at_once() {
        UUID deal = sales.aDeal("Site");
        assertThat(Sales.atOnce(List.of(
                        () -> sales.win(deal, Map.of()).extract().statusCode(),
                        () -> sales.lose(deal, "Preço").extract().statusCode())))
                .containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void closing_an_old_version_is_refused() {
        UUID deal = sales.aDeal("Site");
        sales.move(deal, "Proposta").statusCode(200);
        sales.win(deal, Map.of(), 0).statusCode(412);
        sales.act(DEALS, deal, "lose", Map.of("reason", "Preço"), 0).statusCode(412);
        sales.win(deal, Map.of(), 1).statusCode(200);
        sales.act(DEALS, deal, "reopen", Map.of(), 1).statusCode(412);
        sales.act(DEALS, deal, "reopen", Map.of(), 2).statusCode(200);
    }

    @Test
    void a_closed_deal_can_be_reopened_and_keeps_its_customer() {
        UUID deal = sales.aDeal("Site", "Proposta", 5000);
        String customer = sales.win(
                        deal,
                        Map.of(
                                "customer", Map.of("name", "João", "kind", "person"),
                                "contracts", List.of(hosting())))
                .extract()
                .path("customer.id");
        sales.reopen(deal)
                .statusCode(200)
                .body("status", equalTo("open"))
                .body("closed_on", nullValue())
                .body("stage_id", equalTo(sales.stage("Novo").toString()))
                .body("customer_id", equalTo(customer));
        assertThat(sales.count("contracts")).isEqualTo(1);
        sales.win(deal, Map.of("contracts", List.of(license()))).statusCode(200).body("customer.id", equalTo(customer));
        assertThat(sales.count("customers")).isEqualTo(1);
    }

    @Test
    void a_lost_deal_goes_back_to_where_it_is_told() {
        UUID deal = sales.aDeal("Site");
        sales.lose(deal, "Preço").statusCode(200);
        sales.act(DEALS, deal, "reopen", Map.of("stage_id", sales.stage("Ganho")))
                .statusCode(400)
                .body("violations.field", contains("stage_id"));
        sales.act(DEALS, deal, "reopen", Map.of("stage_id", UUID.randomUUID())).statusCode(400);
        sales.act(DEALS, deal, "reopen", Map.of("stage_id", sales.stage("Negociação")))
                .statusCode(200)
                .body("stage_id", equalTo(sales.stage("Negociação").toString()))
                .body("lost_reason", nullValue())
                .body("stage_entered_at", notNullValue());
        sales.reopen(deal).statusCode(200).body("version", equalTo(2));
        sales.act(DEALS, deal, "reopen", Map.of("stage_id", sales.stage("Proposta")))
                .statusCode(409);
    }

    @Test
    void what_does_not_exist_cannot_close() {
        UUID nobody = UUID.randomUUID();
        sales.win(nobody, Map.of()).statusCode(404);
        sales.lose(nobody, "Preço").statusCode(404);
        sales.reopen(nobody).statusCode(404);
    }
}
