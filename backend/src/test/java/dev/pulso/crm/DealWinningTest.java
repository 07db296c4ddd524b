package dev.pulso.crm;

import static dev.pulso.crm.Sales.DEALS;
import static dev.pulso.crm.Sales.hosting;
import static dev.pulso.crm.Sales.license;
import static dev.pulso.crm.Sales.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DealWinningTest {
    private Sales sales;

    @BeforeEach
    void tenant() {
        sales = Sales.ofNewTenant();
    }

    @Test
    void winning_a_deal_creates_the_customer_and_its_contracts() {
        UUID deal = sales.aDeal("Licença CFC", "Fechamento", 480000);
        JsonPath won = sales.win(
                        deal,
                        Map.of(
                                "won_on", "2026-11-20",
                                "customer", Map.of("name", "Autoescola Progresso", "kind", "company"),
                                "contracts", List.of(license(), hosting())))
                .statusCode(200)
                .extract()
                .jsonPath();
        UUID customer = won.getUUID("customer.id");
        assertThat(won.getString("deal.status")).isEqualTo("won");
        assertThat(won.getString("deal.closed_on")).isEqualTo("2026-11-20");
        assertThat(won.getUUID("deal.stage_id")).isEqualTo(sales.stage("Ganho"));
        assertThat(won.getUUID("deal.customer_id")).isEqualTo(customer);
        assertThat(won.getString("customer.name")).isEqualTo("Autoescola Progresso");
        assertThat(won.getUUID("customer.crm_deal_id")).isEqualTo(deal);
        assertThat(won.getList("contracts.service_type")).isEqualTo(List.of("saas_cfc", "hospedagem_site"));
        assertThat(won.getList("contracts.deal_id")).isEqualTo(List.of(deal.toString(), deal.toString()));
        assertThat(won.getList("contracts.customer_id")).isEqualTo(List.of(customer.toString(), customer.toString()));
        assertThat(sales.tenant()
                        .get("/api/contracts/{id}", won.getString("contracts[0].id"))
                        .getLong("amount_cents"))
                .isEqualTo(15000);
        assertThat(sales.fact(deal, "deal.won").getString("customer_id")).isEqualTo(customer.toString());
        assertThat(sales.fact(deal, "deal.won").getJsonArray("contract_ids"))
                .isEqualTo(new JsonArray(won.getList("contracts.id")));
        assertThat(sales.fact(deal, "deal.stage_changed").getString("status")).isEqualTo("won");
    }

    @Test
    void a_deal_can_be_won_with_nothing_more() {
        UUID deal = sales.aDeal("Site");
        sales.win(deal, Map.of())
                .statusCode(200)
                .body("deal.status", equalTo("won"))
                .body("deal.closed_on", equalTo(today()))
                .body("customer", nullValue())
                .body("contracts", hasSize(0));
    }

    @Test
    void an_existing_customer_can_be_linked() {
        UUID customer = sales.tenant().create("/api/customers", Map.of("name", "João", "kind", "person"));
        sales.win(sales.aDeal("Site"), Map.of("customer_id", customer, "contracts", List.of(hosting())))
                .statusCode(200)
                .body("deal.customer_id", equalTo(customer.toString()))
                .body("contracts[0].customer_id", equalTo(customer.toString()));
        assertThat(sales.count("customers")).isEqualTo(1);
    }

    @Test
    void the_customer_is_made_from_the_company_once() {
        UUID company = sales.tenant()
                .create(Sales.COMPANIES, Map.of("name", "Imobiliária ABC", "tax_id", "11.222.333/0001-81"));
        UUID ana = sales.tenant().create(Sales.CONTACTS, Map.of("name", "Ana", "email", "ana@abc.com.br"));
        UUID first = sales.aDeal(Map.of("company_id", company, "contact_id", ana));
        UUID second = sales.aDeal(Map.of("company_id", company));
        JsonPath won = sales.win(first, Map.of("contracts", List.of(hosting())))
                .statusCode(200)
                .body("customer.kind", equalTo("company"))
                .body("customer.tax_id", equalTo("11222333000181"))
                .body("customer.email", equalTo("ana@abc.com.br"))
                .body("customer.company_id", equalTo(company.toString()))
                .extract()
                .jsonPath();
        sales.win(second, Map.of("contracts", List.of(license())))
                .statusCode(200)
                .body("customer.id", equalTo(won.getString("customer.id")));
        assertThat(sales.count("customers")).isEqualTo(1);
    }

    @Test
    void two_deals_of_one_company_that_are_won_at_once_have_one_customer() {
        UUID company = sales.aCompany("ABC");
        List<Supplier<Integer>> wins = List.of("A", "B", "C").stream()
                .map(title -> sales.aDeal(Map.of("title", title, "company_id", company)))
                .map(deal -> (Supplier<Integer>) () -> sales.win(deal, Map.of("contracts", List.of(hosting())))
                        .extract()
                        .statusCode())
                .toList();
        assertThat(Sales.atOnce(wins)).containsOnly(200);
        assertThat(sales.count("customers")).isEqualTo(1);
        assertThat(sales.count("contracts")).isEqualTo(3);
    }

    @Test
    void without_a_company_the_customer_is_the_contact_in_person() {
        UUID ana = sales.tenant().create(Sales.CONTACTS, Map.of("name", "Ana", "email", "ana@x.com.br"));
        String customer = sales.win(sales.aDeal(Map.of("contact_id", ana)), Map.of("contracts", List.of(hosting())))
                .statusCode(200)
                .body("customer.kind", equalTo("person"))
                .body("customer.name", equalTo("Ana"))
                .extract()
                .path("customer.id");
        sales.win(sales.aDeal(Map.of("contact_id", ana)), Map.of("contracts", List.of(license())))
                .statusCode(200)
                .body("customer.id", equalTo(customer));
    }

    @Test
    void contracts_need_somebody_to_bill() {
        UUID deal = sales.aDeal("Site");
        sales.win(deal, Map.of("contracts", List.of(hosting())))
                .statusCode(400)
                .body("violations.field", contains("customer"));
        assertThat(sales.deal(deal).getString("status")).isEqualTo("open");
    }

    @Test
    void winning_is_all_or_nothing() {
        UUID deal = sales.aDeal("Site");
        Map<String, Object> backwards = new HashMap<>(hosting());
        backwards.put("end_on", "2020-01-01");
        Map<String, Object> unknownType = new HashMap<>(hosting());
        unknownType.put("service_type", "no_such_type");
        for (Map<String, Object> wrong : List.of(backwards, unknownType)) {
            sales.win(
                            deal,
                            Map.of(
                                    "customer", Map.of("name", "João", "kind", "person"),
                                    "contracts", List.of(hosting(), wrong)))
                    .statusCode(400)
                    .body("violations.field", hasItem(startsWith("contracts[1].")));
        }
        assertThat(sales.count("customers")).isZero();
        assertThat(sales.count("contracts")).isZero();
        assertThat(sales.deal(deal).getString("status")).isEqualTo("open");
        assertThat(sales.deal(deal).getInt("version")).isZero();
        assertThat(sales.facts(deal)).extracting(Map.Entry::getKey).containsExactly("deal.created");
    }

    @Test
    void a_wrong_customer_is_told_by_its_field() {
        UUID deal = sales.aDeal("Site");
        sales.win(deal, Map.of("customer_id", UUID.randomUUID()))
                .statusCode(400)
                .body("violations.field", contains("customer_id"));
        sales.win(deal, Map.of("customer", Map.of("name", "João", "kind", "person", "tax_id", "123")))
                .statusCode(400)
                .body("violations.field", contains("customer.tax_id"));
        sales.win(deal, Map.of("customer", Map.of("name", "J", "kind", "person", "company_id", UUID.randomUUID())))
                .statusCode(400)
                .body("violations.field", contains("customer.company_id"));
        UUID customer = sales.tenant()
                .create("/api/customers", Map.of("name", "J", "kind", "person", "tax_id", "111.444.777-35"));
        sales.win(deal, Map.of("customer_id", customer, "customer", Map.of("name", "J", "kind", "person")))
                .statusCode(400)
                .body("violations.field", contains("customer"));
        sales.win(deal, Map.of("customer", Map.of("name", "K", "kind", "person", "tax_id", "11144477735")))
                .statusCode(409);
        assertThat(sales.deal(deal).getString("status")).isEqualTo("open");
    }

    @Test
    void bad_bodies_are_refused_and_the_deal_stays_open() {
        UUID deal = sales.aDeal("Site");
        Map<String, Object> negative = new HashMap<>(hosting());
        negative.put("amount_cents", -1);
        Map<String, Object> noTitle = new HashMap<>(hosting());
        noTitle.remove("title");
        for (Object contracts : List.of(List.of(negative), List.of(noTitle), Collections.singletonList(null), "all")) {
            sales.tenant()
                    .unchecked()
                    .body(Map.of("contracts", contracts, "customer", Map.of("name", "J", "kind", "person")))
                    .post(DEALS + "/{id}/win", deal)
                    .then()
                    .statusCode(400);
        }
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("won_on", "yesterday"),
                Map.of("won_at", "2026-11-20"),
                Map.of("customer", Map.of("name", "J")),
                Map.of("customer", Map.of("name", "J", "kind", "robot")))) {
            sales.tenant()
                    .unchecked()
                    .body(wrong)
                    .post(DEALS + "/{id}/win", deal)
                    .then()
                    .statusCode(400);
        }
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(), Map.of("reason", ""), Map.of("reason", "  "), Map.of("reason", "r".repeat(501)))) {
            sales.tenant()
                    .unchecked()
                    .body(wrong)
                    .post(DEALS + "/{id}/lose", deal)
                    .then()
                    .statusCode(400);
        }
        assertThat(sales.deal(deal).getString("status")).isEqualTo("open");
        assertThat(sales.count("customers")).isZero();
    }

    @Test
    void two_deals_of_one_person_that_are_won_at_once_have_one_customer() {
        UUID contact = sales.aContact("Ana Reis");
        List<Supplier<Integer>> wins = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            UUID deal = sales.aDeal(Map.of("contact_id", contact));
            wins.add(() -> sales.win(deal, Map.of("contracts", List.of(Sales.license())))
                    .extract()
                    .statusCode());
        }
        assertThat(Sales.atOnce(wins)).containsOnly(200);
        assertThat(sales.count("customers")).isEqualTo(1);
    }

    @Test
    void of_many_who_win_a_deal_at_once_one_does() {
        UUID deal = sales.aDeal("Site");
        Supplier<Integer> win = () -> sales.win(
                        deal,
                        Map.of(
                                "customer", Map.of("name", "João", "kind", "person"),
                                "contracts", List.of(hosting())))
                .extract()
                .statusCode();
        assertThat(Sales.atOnce(List.of(win, win, win, win))).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(sales.count("customers")).isEqualTo(1);
        assertThat(sales.count("contracts")).isEqualTo(1);
    }
}
