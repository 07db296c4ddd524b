package dev.pulso.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SaleClosingTest {
    private static final String CNPJ = "11.222.333/0001-81";

    private Sales sales;
    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        sales = Sales.ofNewTenant();
        tenant = sales.tenant();
    }

    @Test
    void recurring_lines_become_contracts_and_the_others_a_draft() {
        UUID company = tenant.create(Sales.COMPANIES, Map.of("name", "Padaria Ponto Certo", "tax_id", CNPJ));
        UUID deal = sales.aDeal(Map.of("company_id", company));
        site(deal);
        hosting(deal);
        JsonPath told = preview(deal, "?start_on=2030-02-01&billing_day=10");
        assertThat(told.getString("buyer.match")).isEqualTo("new");
        assertThat(told.getString("buyer.name")).isEqualTo("Padaria Ponto Certo");
        assertThat(told.getLong("mrr_cents")).isEqualTo(10000);
        assertThat(told.getLong("cost_cents")).isEqualTo(3800);
        assertThat(told.getLong("one_off_cents")).isEqualTo(420000);
        assertThat(told.getLong("first_year_cents")).isEqualTo(540000);
        assertThat(told.getString("contracts[0].first_due_on")).isEqualTo("2030-02-10");
        assertThat(told.getLong("invoice.total_cents")).isEqualTo(420000);
        assertThat(told.getList("gaps")).isEmpty();
        assertThat(told.getBoolean("waits")).isFalse();
        assertThat(sales.count("customers")).isZero();

        JsonPath won = sales.act(
                        Sales.DEALS,
                        deal,
                        "win",
                        Map.of("sale", Map.of("start_on", "2030-02-01", "billing_day", 10, "term_months", 12)),
                        told.getInt("deal_version"))
                .statusCode(200)
                .body("deal.status", equalTo("won"))
                .body("customer.tax_id", equalTo("11222333000181"))
                .body("contracts", hasSize(1))
                .body("contracts[0].title", equalTo("Hospedagem"))
                .body("contracts[0].amount_cents", equalTo(10000))
                .body("contracts[0].cost_cents", equalTo(3800))
                .body("contracts[0].billing_cycle", equalTo("monthly"))
                .body("contracts[0].start_on", equalTo("2030-02-01"))
                .body("contracts[0].term_months", equalTo(12))
                .body("contracts[0].deal_id", equalTo(deal.toString()))
                .body("closing.status", equalTo("made"))
                .body("closing.mrr_cents", equalTo(10000))
                .extract()
                .jsonPath();
        assertThat(won.getList("closing.contract_ids")).isEqualTo(won.getList("contracts.id"));
        JsonPath invoice = tenant.get("/api/invoices/{id}", won.getString("closing.invoice_id"));
        assertThat(invoice.getString("status")).isEqualTo("draft");
        assertThat(invoice.getLong("total_cents")).isEqualTo(420000);
        assertThat(invoice.getString("items[0].description")).isEqualTo("Site");
        assertThat(sales.fact(deal, "deal.won").getJsonArray("contract_ids")).hasSize(1);
    }

    @Test
    void the_same_again_answers_what_was_made_and_makes_nothing() {
        UUID deal = aSale();
        JsonPath first = won(deal, Map.of());
        JsonPath second = won(deal, Map.of());
        assertThat(second.getString("closing.id")).isEqualTo(first.getString("closing.id"));
        assertThat(second.getList("contracts.id")).isEqualTo(first.getList("contracts.id"));
        assertThat(sales.count("contracts")).isEqualTo(1);
        assertThat(tenant.get("/api/invoices").getList("data")).hasSize(1);
        sales.act(Sales.DEALS, deal, "win", Map.of("sale", Map.of("start_on", "2031-01-01")))
                .statusCode(409)
                .body("type", containsString("deal_closed"));
    }

    @Test
    void closed_at_once_by_several_it_is_made_once() {
        UUID deal = aSale();
        Supplier<Integer> win = () -> sales.act(Sales.DEALS, deal, "win", Map.of("sale", Map.of()))
                .extract()
                .statusCode();
        assertThat(Sales.atOnce(List.of(win, win, win))).containsOnly(200);
        assertThat(sales.count("contracts")).isEqualTo(1);
        assertThat(sales.count("customers")).isEqualTo(1);
        assertThat(tenant.get("/api/invoices").getList("data")).hasSize(1);
    }

    @Test
    void a_customer_is_found_by_the_key_of_another_system_then_by_document_then_by_company() {
        Map<String, Object> known = Map.of("external_source", "erp", "external_id", "C-1");
        UUID company = tenant.create(Sales.COMPANIES, with(known, Map.of("name", "ABC", "tax_id", CNPJ)));
        UUID byDocument = tenant.create("/api/customers", Map.of("name", "Doc", "kind", "company", "tax_id", CNPJ));
        UUID deal = sales.aDeal(Map.of("company_id", company));
        assertThat(preview(deal, "").getString("buyer.match")).isEqualTo("tax_id");
        assertThat(preview(deal, "").getString("buyer.customer_id")).isEqualTo(byDocument.toString());
        UUID byKey = tenant.create("/api/customers", with(known, Map.of("name", "Chave", "kind", "company")));
        assertThat(preview(deal, "").getString("buyer.match")).isEqualTo("external");
        hosting(deal);
        JsonPath won = won(deal, Map.of());
        assertThat(won.getString("customer.id")).isEqualTo(byKey.toString());
        UUID other = tenant.create(Sales.COMPANIES, Map.of("name", "Sem documento"));
        UUID byCompany = tenant.create("/api/customers", Map.of("name", "Elo", "kind", "company", "company_id", other));
        assertThat(preview(sales.aDeal(Map.of("company_id", other)), "").getString("buyer.customer_id"))
                .isEqualTo(byCompany.toString());
        assertThat(preview(deal, "?customer_id=" + byDocument).getString("buyer.match"))
                .isEqualTo("named");
        tenant.api()
                .get("/api/crm/deals/{id}/closing?customer_id=" + UUID.randomUUID(), deal)
                .then()
                .statusCode(400);
    }

    @Test
    void what_is_missing_is_told_and_nothing_is_guessed() {
        UUID deal = sales.aDeal("Site");
        assertThat(preview(deal, "").getList("gaps.code")).containsExactly("no_lines", "required");
        refused(deal, Map.of(), "no_lines");
        add(deal, Map.of("description", "Suporte", "unit_price", "50", "charge", "annual"));
        refused(deal, Map.of(), "service_type");
        JsonPath told = preview(deal, "");
        assertThat(told.getList("gaps.field")).containsExactly("customer", "service_type");
        assertThat(told.getString("buyer.match")).isEqualTo("none");
        String line = told.getString("contracts[0].line_id");
        tenant.basedOn(0)
                .body(Map.of("service_type", "seo_mensal"))
                .patch("/api/crm/deal-lines/{id}", line)
                .then()
                .statusCode(200);
        refused(deal, Map.of(), "required");
        sales.act(
                        Sales.DEALS,
                        deal,
                        "win",
                        Map.of("sale", Map.of(), "customer", Map.of("name", "João", "kind", "person")))
                .statusCode(200)
                .body("customer.name", equalTo("João"))
                .body("contracts[0].service_type", equalTo("seo_mensal"));
        sales.act(Sales.DEALS, aSale(), "win", Map.of("sale", Map.of(), "contracts", List.of(contract())))
                .statusCode(400);
        assertThat(sales.count("contracts")).isEqualTo(1);
    }

    @Test
    void a_sale_is_closed_in_the_currency_of_its_deal() {
        UUID company = sales.aCompany("ABC");
        UUID deal = sales.aDeal(Map.of("company_id", company, "currency", "USD"));
        site(deal);
        hosting(deal);
        JsonPath won = won(deal, Map.of("issues_invoice", true));
        assertThat(won.getString("contracts[0].currency")).isEqualTo("USD");
        JsonPath invoice = tenant.get("/api/invoices/{id}", won.getString("closing.invoice_id"));
        assertThat(invoice.getString("currency")).isEqualTo("USD");
        assertThat(invoice.getString("status")).isEqualTo("issued");
    }

    @Test
    void a_discount_is_in_the_invoice_to_the_cent() {
        UUID deal = sales.aDeal(Map.of("company_id", sales.aCompany("ABC")));
        add(
                deal,
                Map.of(
                        "description", "Horas",
                        "quantity", "3",
                        "unit_price", "33.33",
                        "discount_percent", "12.5",
                        "charge", "one_off"));
        JsonPath won = won(deal, Map.of());
        assertThat(tenant.get("/api/invoices/{id}", won.getString("closing.invoice_id"))
                        .getLong("total_cents"))
                .isEqualTo(sales.deal(deal).getLong("one_off_cents"))
                .isEqualTo(8749);
        UUID free = sales.aDeal(Map.of("company_id", sales.aCompany("DEF")));
        add(free, Map.of("description", "Cortesia", "unit_price", "0", "charge", "one_off"));
        assertThat(won(free, Map.of()).getString("closing.invoice_id")).isNull();
    }

    @Test
    void who_may_not_sign_contracts_closes_the_sale_and_finance_releases_it_once() {
        Person seller = seller();
        UUID deal = aSale();
        JsonPath told = seller.api().get("/api/crm/deals/{id}/closing", deal).jsonPath();
        assertThat(told.getBoolean("waits")).isTrue();
        JsonPath won = seller.api()
                .body(Map.of("sale", Map.of("billing_day", 5)))
                .post("/api/crm/deals/{id}/win", deal)
                .then()
                .statusCode(200)
                .body("deal.status", equalTo("won"))
                .body("closing.status", equalTo("to_release"))
                .body("closing.customer_id", nullValue())
                .body("contracts", hasSize(0))
                .extract()
                .jsonPath();
        UUID closing = UUID.fromString(won.getString("closing.id"));
        assertThat(sales.count("contracts")).isZero();
        assertThat(sales.count("customers")).isZero();
        assertThat(sales.fact(closing, "closing.waiting").getLong("mrr_cents")).isEqualTo(10000);
        seller.api().post("/api/crm/closings/{id}/release", closing).then().statusCode(403);
        JsonPath list = tenant.as(TestTenant.Role.finance)
                .get("/api/crm/closings?status=to_release&include=deal,requested_by")
                .jsonPath();
        assertThat(list.getList("data.id")).containsExactly(closing.toString());
        assertThat(list.getString("data[0].requested_by.name")).isNotNull();
        Supplier<Integer> release = () -> tenant.as(TestTenant.Role.finance)
                .post("/api/crm/closings/{id}/release", closing)
                .statusCode();
        assertThat(Sales.atOnce(List.of(release, release))).containsOnly(200);
        JsonPath released = tenant.get("/api/crm/closings/{id}", closing);
        assertThat(released.getString("status")).isEqualTo("released");
        assertThat(released.getList("contract_ids")).hasSize(1);
        assertThat(released.getString("invoice_id")).isNotNull();
        assertThat(sales.count("contracts")).isEqualTo(1);
        assertThat(tenant.get("/api/contracts").getInt("data[0].billing_day")).isEqualTo(5);
        assertThat(sales.deal(deal).getString("customer_id")).isEqualTo(released.getString("customer_id"));
        assertThat(sales.fact(closing, "closing.released").getJsonArray("contract_ids"))
                .hasSize(1);
    }

    @Test
    void a_deal_that_is_reopened_takes_back_what_waits_and_tells_what_was_made() {
        UUID waiting = aSale();
        String closing = seller().api()
                .body(Map.of("sale", Map.of()))
                .post("/api/crm/deals/{id}/win", waiting)
                .then()
                .statusCode(200)
                .extract()
                .path("closing.id");
        sales.act(Sales.DEALS, waiting, "reopen", Map.of()).statusCode(200);
        assertThat(tenant.get("/api/crm/closings/{id}", closing).getString("status"))
                .isEqualTo("withdrawn");
        tenant.api()
                .post("/api/crm/closings/{id}/release", closing)
                .then()
                .statusCode(409)
                .body("type", containsString("closing_withdrawn"));
        won(waiting, Map.of());
        assertThat(sales.count("contracts")).isEqualTo(1);

        sales.act(Sales.DEALS, waiting, "reopen", Map.of()).statusCode(200);
        assertThat(preview(waiting, "").getList("closing.contract_ids")).hasSize(1);
        sales.act(Sales.DEALS, waiting, "win", Map.of("sale", Map.of()))
                .statusCode(409)
                .body("type", containsString("sale_made"));
        assertThat(sales.count("contracts")).isEqualTo(1);
        won(waiting, Map.of("again", true));
        assertThat(sales.count("contracts")).isEqualTo(2);
    }

    @Test
    void a_sale_that_cannot_be_made_leaves_the_deal_open() {
        UUID company = sales.aCompany("ABC");
        UUID deal = sales.aDeal(Map.of("company_id", company));
        hosting(deal);
        sales.act(
                        Sales.DEALS,
                        deal,
                        "win",
                        Map.of(
                                "sale", Map.of(),
                                "customer", Map.of("name", "João", "kind", "person", "tax_id", "1")))
                .statusCode(400);
        assertThat(sales.deal(deal).getString("status")).isEqualTo("open");
        assertThat(tenant.get("/api/crm/closings").getList("data")).isEmpty();
        assertThat(sales.count("customers")).isZero();
    }

    @Test
    void another_company_has_no_part_in_it() {
        UUID deal = aSale();
        String closing = won(deal, Map.of()).getString("closing.id");
        TestTenant other = TestTenant.register();
        other.api().get("/api/crm/closings/{id}", closing).then().statusCode(404);
        other.api().get("/api/crm/deals/{id}/closing", deal).then().statusCode(404);
        other.api().post("/api/crm/closings/{id}/release", closing).then().statusCode(404);
        assertThat(other.get("/api/crm/closings").getList("data")).isEmpty();
    }

    private UUID aSale() {
        UUID deal = sales.aDeal(Map.of("company_id", sales.aCompany("Padaria " + UUID.randomUUID())));
        site(deal);
        hosting(deal);
        return deal;
    }

    private void site(UUID deal) {
        add(deal, Map.of("description", "Site", "unit_price", "4200", "charge", "one_off"));
    }

    private void hosting(UUID deal) {
        add(
                deal,
                Map.of(
                        "description", "Hospedagem",
                        "unit_price", "100",
                        "cost_cents", 3800,
                        "charge", "monthly",
                        "service_type", "hospedagem_site"));
    }

    private void add(UUID deal, Map<String, ?> line) {
        tenant.create("/api/crm/deals/" + deal + "/lines", line);
    }

    private JsonPath preview(UUID deal, String query) {
        return tenant.get("/api/crm/deals/{id}/closing" + query, deal);
    }

    private JsonPath won(UUID deal, Map<String, ?> sale) {
        return sales.act(Sales.DEALS, deal, "win", Map.of("sale", sale))
                .statusCode(200)
                .body("closing", notNullValue())
                .extract()
                .jsonPath();
    }

    private void refused(UUID deal, Map<String, ?> sale, String code) {
        Response answer = sales.act(Sales.DEALS, deal, "win", Map.of("sale", sale))
                .statusCode(400)
                .extract()
                .response();
        assertThat(answer.jsonPath().<String>getList("violations.code")).contains(code);
        assertThat(sales.deal(deal).getString("status")).isEqualTo("open");
    }

    /** Works on deals, and signs nothing. */
    private Person seller() {
        UUID role = tenant.create(
                "/api/roles",
                Map.of(
                        "name",
                        "Vendas sem assinatura",
                        "permissions",
                        List.of("crm.deals:read", "crm.deals:write", "crm.pipelines:read")));
        return Person.join(tenant, role.toString());
    }

    private static Map<String, Object> contract() {
        return Map.of(
                "service_type", "hospedagem_site",
                "title", "Hospedagem",
                "billing_cycle", "monthly",
                "amount_cents", 100,
                "start_on", "2030-01-01");
    }

    private static Map<String, Object> with(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> both = new HashMap<>(one);
        both.putAll(other);
        return both;
    }
}
