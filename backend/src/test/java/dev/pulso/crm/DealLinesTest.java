package dev.pulso.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DealLinesTest {
    private static final String PRODUCTS = "/api/crm/products";
    private static final String LINES = "/api/crm/deal-lines";

    private Sales sales;
    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        sales = Sales.ofNewTenant();
        tenant = sales.tenant();
    }

    @Test
    void a_line_takes_from_its_product_what_it_does_not_say() {
        UUID product = tenant.create(
                PRODUCTS,
                Map.of(
                        "name", "Hospedagem profissional",
                        "code", " HOSP-PRO ",
                        "unit_price", "99.9",
                        "charge", "monthly",
                        "service_type", "hospedagem_site"));
        UUID deal = sales.aDeal("Site");
        JsonPath line =
                tenant.get(LINES + "/{id}?include=product", add(deal, Map.of("product_id", product, "quantity", "2")));
        assertThat(line.getString("description")).isEqualTo("Hospedagem profissional");
        assertThat(line.getString("unit_price")).isEqualTo("99.9");
        assertThat(line.getString("quantity")).isEqualTo("2");
        assertThat(line.getString("charge")).isEqualTo("monthly");
        assertThat(line.getString("service_type")).isEqualTo("hospedagem_site");
        assertThat(line.getLong("total_cents")).isEqualTo(19980);
        assertThat(line.getString("product.name")).isEqualTo("Hospedagem profissional");
        // The price list changes; what was offered does not.
        edit(PRODUCTS, product, Map.of("unit_price", "120", "charge", "annual"))
                .then()
                .statusCode(200);
        assertThat(tenant.get(LINES + "/{id}", line.getString("id")).getLong("total_cents"))
                .isEqualTo(19980);
        JsonPath found = tenant.get(PRODUCTS + "?q=hosp-pro&charge=annual&active=true");
        assertThat(found.getList("data.code")).containsExactly("HOSP-PRO");
    }

    @Test
    void a_deal_without_an_amount_takes_that_of_its_lines_in_the_first_year() {
        UUID deal = sales.aDeal("Site");
        add(deal, line("4200.00", "one_off"));
        add(deal, line("100.00", "monthly"));
        add(deal, line("100.00", "quarterly"));
        JsonPath now = sales.deal(deal);
        assertThat(now.getString("amount_source")).isEqualTo("lines");
        assertThat(now.getLong("one_off_cents")).isEqualTo(420000);
        // 100 and a third of 100, added up exactly and rounded once.
        assertThat(now.getLong("mrr_cents")).isEqualTo(13333);
        assertThat(now.getLong("amount_cents")).isEqualTo(420000 + 120000 + 40000);
        JsonPath lines = tenant.get("/api/crm/deals/{id}/lines", deal);
        assertThat(lines.getLong("first_year_cents")).isEqualTo(580000);
        assertThat(lines.getLong("mrr_cents")).isEqualTo(13333);
        assertThat(lines.getString("currency")).isEqualTo("BRL");
        assertThat(lines.getList("data.charge")).containsExactly("one_off", "monthly", "quarterly");
        // The board and its sums show the same.
        JsonPath board = tenant.get("/api/crm/pipelines/{id}/board", sales.pipeline());
        assertThat(board.getLong("stages[0].amount_cents")).isEqualTo(580000);
        assertThat(board.getLong("stages[0].deals[0].mrr_cents")).isEqualTo(13333);
        tenant.api()
                .delete(LINES + "/{id}", lines.getString("data[0].id"))
                .then()
                .statusCode(204);
        assertThat(sales.deal(deal).getLong("amount_cents")).isEqualTo(160000);
        assertThat(sales.deal(deal).getLong("one_off_cents")).isZero();
    }

    @Test
    void an_amount_by_hand_stays_until_somebody_takes_that_of_the_lines() {
        UUID deal = sales.aDeal("Site", "Novo", 500000);
        add(deal, line("4200.00", "one_off"));
        assertThat(sales.deal(deal).getLong("amount_cents")).isEqualTo(500000);
        assertThat(sales.deal(deal).getString("amount_source")).isEqualTo("manual");
        edit(Sales.DEALS, deal, Map.of("amount_source", "lines"))
                .then()
                .statusCode(200)
                .body("amount_cents", equalTo(420000));
        // Who sends the amount that is there says nothing new.
        edit(Sales.DEALS, deal, Map.of("amount_cents", 420000, "title", "Loja"))
                .then()
                .statusCode(200)
                .body("amount_source", equalTo("lines"));
        edit(Sales.DEALS, deal, Map.of("amount_cents", 400000))
                .then()
                .statusCode(200)
                .body("amount_source", equalTo("manual"));
        add(deal, line("10", "monthly"));
        assertThat(sales.deal(deal).getLong("amount_cents")).isEqualTo(400000);
        refused(edit(Sales.DEALS, deal, Map.of("amount_cents", 1, "amount_source", "lines")), 400, "ambiguous");
    }

    @ParameterizedTest(name = "{0} of {1} less {2}% is {3}")
    @CsvSource({
        "1, 0.005, 0, 1",
        "3, 0.3333, 0, 100",
        "1, 99.99, 12.5, 8749",
        "0.001, 4.99, 0, 0",
        "2.5, 10, 100, 0",
    })
    void a_line_is_rounded_once_half_up(String quantity, String price, String discount, long cents) {
        UUID line = add(
                sales.aDeal("Site"),
                Map.of(
                        "description",
                        "Horas",
                        "quantity",
                        quantity,
                        "unit_price",
                        price,
                        "discount_percent",
                        discount,
                        "charge",
                        "one_off"));
        assertThat(tenant.get(LINES + "/{id}", line).getLong("total_cents")).isEqualTo(cents);
    }

    @Test
    void yen_have_no_decimals_and_dinars_have_three() {
        UUID yen = tenant.create(Sales.DEALS, Map.of("title", "Site", "currency", "JPY"));
        assertThat(tenant.get(LINES + "/{id}", add(yen, line("1999.5", "one_off")))
                        .getLong("total_cents"))
                .isEqualTo(2000);
        UUID dinars = tenant.create(Sales.DEALS, Map.of("title", "Site", "currency", "KWD"));
        assertThat(tenant.get(LINES + "/{id}", add(dinars, line("1.9995", "one_off")))
                        .getLong("total_cents"))
                .isEqualTo(2000);
    }

    @Test
    void what_no_line_can_be_is_told_by_its_field() {
        UUID deal = sales.aDeal("Site");
        refused(tenant.api().post("/api/crm/deals/{id}/lines", deal), 400, "required");
        refused(post(deal, Map.of("description", "Site", "unit_price", "10")), 400, "required");
        refused(post(deal, with(line("10", "monthly"), "service_type", "nenhum")), 400, "service_type");
        refused(post(deal, with(line("10", "monthly"), "quantity", "0")), 400, "range");
        refused(post(deal, with(line("10", "monthly"), "quantity", "1.0001")), 400, "decimals");
        refused(post(deal, with(line("10", "monthly"), "discount_percent", "100.01")), 400, "range");
        refused(post(deal, with(line("10", "monthly"), "product_id", UUID.randomUUID())), 400, "not_found");
        refused(post(deal, with(line("1000000000", "one_off"), "quantity", "2")), 400, "range");
        // Twelve of it are more than a deal can be worth.
        refused(post(deal, line("1000000000", "monthly")), 400, "range");
        assertThat(tenant.get("/api/crm/deals/{id}/lines", deal).getList("data"))
                .isEmpty();
        assertThat(sales.deal(deal).getInt("version")).isZero();
    }

    @Test
    void two_currencies_never_meet() {
        UUID dollars = tenant.create(
                PRODUCTS, Map.of("name", "Licence", "unit_price", "10", "charge", "annual", "currency", "USD"));
        UUID deal = sales.aDeal("Site");
        refused(post(deal, Map.of("product_id", dollars)), 400, "other_currency");
        add(deal, line("10", "one_off"));
        refused(edit(Sales.DEALS, deal, Map.of("currency", "USD")), 400, "has_lines");
        edit(Sales.DEALS, deal, Map.of("currency", "BRL")).then().statusCode(200);
    }

    @Test
    void what_is_not_sold_any_more_is_in_no_new_line() {
        UUID product = tenant.create(PRODUCTS, Map.of("name", "Fax", "unit_price", "10", "charge", "one_off"));
        UUID deal = sales.aDeal("Site");
        add(deal, Map.of("product_id", product));
        edit(PRODUCTS, product, Map.of("active", false)).then().statusCode(200);
        refused(post(deal, Map.of("product_id", product)), 400, "inactive");
        assertThat(tenant.get("/api/crm/deals/{id}/lines", deal).getList("data"))
                .hasSize(1);
        assertThat(tenant.get(PRODUCTS + "?active=true").getList("data")).isEmpty();
    }

    @Test
    void a_closed_deal_keeps_its_lines() {
        UUID deal = sales.aDeal("Site");
        UUID line = add(deal, line("10", "one_off"));
        sales.act(Sales.DEALS, deal, "win", Map.of()).statusCode(200);
        refused(post(deal, line("10", "one_off")), 409, "deal_closed");
        refused(edit(LINES, line, Map.of("unit_price", "9")), 409, "deal_closed");
        refused(tenant.api().delete(LINES + "/{id}", line), 409, "deal_closed");
        sales.act(Sales.DEALS, deal, "reopen", Map.of()).statusCode(200);
        edit(LINES, line, Map.of("unit_price", "9")).then().statusCode(200).body("total_cents", equalTo(900));
    }

    @Test
    void the_version_of_the_deal_moves_with_each_line_and_each_line_has_its_own() {
        UUID deal = sales.aDeal("Site");
        UUID one = add(deal, line("10", "one_off"));
        UUID two = add(deal, line("20", "one_off"));
        int version = sales.deal(deal).getInt("version");
        // Two people, two lines: neither is in the way of the other.
        edit(LINES, one, Map.of("unit_price", "11")).then().statusCode(200);
        edit(LINES, two, Map.of("description", "Outro texto")).then().statusCode(200);
        assertThat(sales.deal(deal).getInt("version")).isEqualTo(version + 2);
        sales.act(Sales.DEALS, deal, "win", Map.of(), version).statusCode(412);
        tenant.basedOn(0)
                .body(Map.of("unit_price", "1"))
                .patch(LINES + "/{id}", one)
                .then()
                .statusCode(412);
        tenant.api()
                .body(Map.of("unit_price", "1"))
                .patch(LINES + "/{id}", one)
                .then()
                .statusCode(428);
    }

    @Test
    void another_company_has_neither_the_product_nor_the_line() {
        UUID deal = sales.aDeal("Site");
        UUID line = add(deal, line("10", "one_off"));
        UUID product = tenant.create(PRODUCTS, Map.of("name", "Fax", "unit_price", "10", "charge", "one_off"));
        TestTenant other = TestTenant.register();
        other.api().get(LINES + "/{id}", line).then().statusCode(404);
        other.api().get("/api/crm/deals/{id}/lines", deal).then().statusCode(404);
        other.api()
                .body(line("1", "one_off"))
                .post("/api/crm/deals/{id}/lines", deal)
                .then()
                .statusCode(404);
        UUID theirs = other.create(Sales.DEALS, Map.of("title", "Site"));
        other.api()
                .body(Map.of("product_id", product))
                .post("/api/crm/deals/{id}/lines", theirs)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("product_id"));
        assertThat(other.get(PRODUCTS).getList("data")).isEmpty();
    }

    @Test
    void what_people_write_into_a_line_is_kept_as_it_is() {
        String odd = "<b>Site</b> \uD83D\uDE80\uD83D\uDE80 \u202Eabc";
        UUID line = add(sales.aDeal("Site"), with(line("1", "one_off"), "description", odd));
        assertThat(tenant.get(LINES + "/{id}", line).getString("description")).isEqualTo(odd);
        refused(post(sales.aDeal("Site"), with(line("1", "one_off"), "description", " ")), 400, "required");
    }

    @Test
    void a_deal_has_a_hundred_lines_at_most() {
        UUID deal = sales.aDeal("Site");
        for (int i = 0; i < 100; i++) {
            add(deal, line("1", "one_off"));
        }
        refused(post(deal, line("1", "one_off")), 400, "too_many");
        assertThat(sales.deal(deal).getLong("amount_cents")).isEqualTo(10000);
    }

    private UUID add(UUID deal, Map<String, ?> line) {
        return UUID.fromString(post(deal, line).then().statusCode(201).extract().path("id"));
    }

    private Response post(UUID deal, Map<String, ?> line) {
        return tenant.api().body(line).post("/api/crm/deals/{id}/lines", deal);
    }

    private Response edit(String path, UUID id, Map<String, ?> changes) {
        int version = tenant.get(path + "/{id}", id).getInt("version");
        return tenant.basedOn(version).body(changes).patch(path + "/{id}", id);
    }

    private static void refused(Response answer, int status, String code) {
        if (status == 400) {
            answer.then().statusCode(400);
            assertThat(answer.jsonPath().<String>getList("violations.code")).contains(code);
        } else {
            answer.then().statusCode(status).body("type", containsString(code));
        }
    }

    private static Map<String, Object> line(String price, String charge) {
        return Map.of("description", "Site", "unit_price", price, "charge", charge);
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(field, value);
        return more;
    }
}
