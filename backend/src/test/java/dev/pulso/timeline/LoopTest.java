package dev.pulso.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From lead to payment, as seen from each record on the way. */
@QuarkusTest
class LoopTest {
    private TestTenant tenant;
    private UUID company;
    private UUID contact;
    private UUID lead;
    private UUID deal;
    private UUID customer;
    private UUID contract;
    private UUID invoice;

    @BeforeEach
    void a_sale_from_lead_to_payment() {
        tenant = TestTenant.register();
        lead = tenant.create("/api/crm/leads", Map.of("name", "Helena Prado", "company_name", "Vitale"));
        deal = UUID.fromString(tenant.post("/api/crm/leads/" + lead + "/convert", Map.of("title", "Site novo"))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("deal.id"));
        JsonPath made = tenant.get("/api/crm/deals/" + deal);
        company = made.getUUID("company_id");
        contact = made.getUUID("contact_id");
        tenant.post(
                        "/api/crm/deals/" + deal + "/win",
                        Map.of(
                                "contracts",
                                List.of(Map.of(
                                        "service_type", "hospedagem_site",
                                        "title", "Hospedagem",
                                        "billing_cycle", "monthly",
                                        "amount_cents", 145000,
                                        "start_on",
                                                LocalDate.now(ZoneId.of("America/Sao_Paulo"))
                                                        .toString()))))
                .statusCode(200);
        customer = tenant.get("/api/crm/deals/" + deal).getUUID("customer_id");
        contract = tenant.get("/api/contracts?customer_id=" + customer).getUUID("data[0].id");
        tenant.post("/api/jobs/invoice-run/runs", Map.of()).statusCode(202);
        String ofContract = "/api/invoices?status=issued&contract_id=" + contract;
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !tenant.get(ofContract).getList("data").isEmpty());
        invoice = tenant.get(ofContract).getUUID("data[0].id");
        tenant.post("/api/invoices/" + invoice + "/payments", Map.of("amount_cents", 45000, "method", "pix"))
                .statusCode(201);
    }

    @Test
    void every_record_on_the_way_shows_the_whole_way() {
        for (String path : List.of(
                "/api/crm/leads/" + lead,
                "/api/crm/companies/" + company,
                "/api/crm/contacts/" + contact,
                "/api/crm/deals/" + deal,
                "/api/customers/" + customer,
                "/api/contracts/" + contract,
                "/api/invoices/" + invoice)) {
            JsonPath loop = tenant.get(path + "/loop");
            assertThat(loop.getList("steps.kind"))
                    .as(path)
                    .containsExactly("lead", "deal", "customer", "contract", "invoice", "payment");
            assertThat(loop.getList("steps.record_count")).as(path).containsExactly(1, 1, 1, 1, 1, 1);
            assertThat(ids(loop)).as(path).containsExactly(lead, deal, customer, contract, invoice, invoice);
        }
        JsonPath loop = tenant.get("/api/crm/deals/" + deal + "/loop");
        List<List<String>> statuses = loop.getList("steps.records.status");
        assertThat(statuses.stream().map(List::getFirst))
                .containsExactly("converted", "won", "current", "active", "issued", "pix");
        assertThat(loop.getString("steps[3].records[0].billing_cycle")).isEqualTo("monthly");
        assertThat(loop.getInt("steps[3].records[0].amount_cents")).isEqualTo(145000);
        assertThat(loop.getString("steps[4].records[0].title")).isEqualTo("1");
        assertThat(loop.getInt("steps[5].records[0].amount_cents")).isEqualTo(45000);
        assertThat(loop.getString("steps[5].records[0].currency")).isEqualTo("BRL");
    }

    @Test
    void what_a_deal_led_to_is_not_all_that_its_customer_buys() {
        for (int i = 0; i < 4; i++) {
            tenant.create(
                    "/api/contracts",
                    Map.of(
                            "customer_id",
                            customer,
                            "service_type",
                            "seo_mensal",
                            "title",
                            "SEO " + i,
                            "billing_cycle",
                            "monthly",
                            "amount_cents",
                            1000,
                            "start_on",
                            "2026-02-01"));
        }
        assertThat(tenant.get("/api/crm/deals/" + deal + "/loop").getInt("steps[3].record_count"))
                .isEqualTo(1);
        JsonPath whole = tenant.get("/api/customers/" + customer + "/loop");
        assertThat(whole.getInt("steps[3].record_count")).isEqualTo(5);
        assertThat(whole.getList("steps[3].records.title")).containsExactly("SEO 3", "SEO 2", "SEO 1");
    }

    @Test
    void what_is_still_to_come_is_an_empty_step() {
        UUID open = tenant.create(
                "/api/crm/deals", Map.of("title", "Aberto", "amount_cents", 5, "expected_close_on", "2027-01-31"));
        JsonPath loop = tenant.get("/api/crm/deals/" + open + "/loop");
        assertThat(loop.getList("steps.record_count")).containsExactly(0, 1, 0, 0, 0, 0);
        assertThat(loop.getString("steps[1].records[0].due_on")).isEqualTo("2027-01-31");
        tenant.api().get("/api/crm/deals/{id}/loop", UUID.randomUUID()).then().statusCode(404);
        TestTenant.register().api().get("/api/crm/deals/{id}/loop", open).then().statusCode(404);
    }

    @Test
    void who_may_not_read_a_step_is_not_told_of_it_nor_led_by_it() {
        UUID role = tenant.create(
                "/api/roles",
                Map.of("name", "Faturas", "permissions", List.of("billing.invoices:read", "crm.leads:read")));
        JsonPath loop = Person.join(tenant, role.toString())
                .api()
                .get("/api/invoices/" + invoice + "/loop")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(loop.getList("steps.kind")).containsExactly("lead", "invoice");
        // The lead is behind a deal that they may not read.
        assertThat(loop.getList("steps.record_count")).containsExactly(0, 1);
    }

    private static List<UUID> ids(JsonPath loop) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(loop.getUUID("steps[" + i + "].records[0].id"));
        }
        return ids;
    }
}
