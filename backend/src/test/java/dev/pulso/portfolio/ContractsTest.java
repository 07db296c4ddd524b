package dev.pulso.portfolio;

import static dev.pulso.portfolio.ContractSamples.aContract;
import static dev.pulso.portfolio.ContractSamples.aCustomer;
import static dev.pulso.portfolio.ContractSamples.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractsTest {
    @Inject
    Contracts contracts;

    @Inject
    Tenancy tenancy;

    private TestTenant tenant;
    private UUID customer;

    @BeforeEach
    void a_customer() {
        tenant = TestTenant.register();
        customer = aCustomer(tenant, "João Silva");
    }

    @Test
    void a_contract_comes_back_as_it_was_made_with_what_it_is_worth_a_month() {
        UUID id = aContract(customer, "saas_cfc", 100_000, 40_000)
                .with("billing_cycle", "quarterly")
                .with("title", "  Licença CFC  ")
                .with("description", "Sistema")
                .with("term_months", 12)
                .with("billing_day", 31)
                .with("reference_type", "plan")
                .with("reference_id", "cfc-1")
                .with("external_id", "crm-77")
                .with("next_review_on", "2027-01-15")
                .in(tenant);
        tenant.api()
                .get("/api/contracts/" + id)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("W/\"0-"))
                .body("title", equalTo("Licença CFC"))
                .body("customer_id", equalTo(customer.toString()))
                .body("status", equalTo("active"))
                .body("currency", equalTo("BRL"))
                .body("amount_cents", equalTo(100_000))
                .body("mrr_cents", equalTo(33_333))
                .body("margin_cents", equalTo(60_000))
                .body("billing_day", equalTo(31))
                .body("end_on", nullValue())
                .body("external_id", equalTo("crm-77"));
    }

    @Test
    void a_new_contract_is_told_to_others_and_written_down_in_the_same_transaction() {
        UUID id = aContract(customer).in(tenant);
        Caller caller = Caller.system(tenant.id(), "test", null);
        var event = tenancy.query(
                        caller, "select type, payload from outbox_events where aggregate_id = $1", Tuple.of(id))
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next();
        assertThat(event.getString("type")).isEqualTo("contract.created");
        assertThat(event.get(JsonObject.class, "payload").getLong("amount_cents"))
                .isEqualTo(5_000);
        var audit = tenancy.query(
                        caller,
                        "select actor, action from audit_log where entity = 'contracts' and entity_id = $1",
                        Tuple.of(id))
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next();
        assertThat(audit.getString("actor")).isEqualTo(tenant.adminEmail());
        assertThat(audit.getString("action")).isEqualTo("insert");
    }

    @Test
    void an_edit_names_its_version_and_leaves_what_it_does_not_name() {
        UUID id = aContract(customer).with("internal_notes", "antigo").in(tenant);
        tenant.api()
                .header("If-Match", "\"0\"")
                .body(Map.of("amount_cents", 6_000))
                .patch("/api/contracts/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("amount_cents", equalTo(6_000))
                .body("cost_cents", equalTo(2_000))
                .body("internal_notes", equalTo("antigo"));
        Map<String, Object> cleared = new HashMap<>();
        cleared.put("internal_notes", null);
        tenant.basedOn(1)
                .body(cleared)
                .patch("/api/contracts/" + id)
                .then()
                .statusCode(200)
                .body("internal_notes", nullValue());
        tenant.api()
                .header("If-Match", "\"0\"")
                .body(Map.of("title", "velho"))
                .patch("/api/contracts/" + id)
                .then()
                .statusCode(412);
        tenant.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("title", "velho"))
                .patch("/api/contracts/" + id)
                .then()
                .statusCode(412);
        tenant.api()
                .body(Map.of("title", "velho"))
                .patch("/api/contracts/" + id)
                .then()
                .statusCode(428);
    }

    @Test
    void status_changes_are_actions_and_impossible_ones_are_refused() {
        UUID id = aContract(customer).with("status", "trial").in(tenant);
        tenant.step("/api/contracts/" + id + "/freeze").statusCode(409);
        tenant.step("/api/contracts/" + id + "/activate", 0)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("active"));
        // It is active: nothing is done, and that is no fault.
        tenant.step("/api/contracts/" + id + "/activate").statusCode(200).header("ETag", "\"1\"");
        tenant.step("/api/contracts/" + id + "/freeze", 0).statusCode(412);
        tenant.step("/api/contracts/" + id + "/freeze").statusCode(200).body("status", equalTo("frozen"));
        tenant.step("/api/contracts/" + id + "/activate").statusCode(200);
        tenant.post("/api/contracts/" + id + "/cancel", Map.of())
                .statusCode(200)
                .body("status", equalTo("cancelled"))
                .body("end_on", equalTo(today().toString()));
        tenant.post("/api/contracts/" + id + "/cancel", Map.of())
                .statusCode(200)
                .header("ETag", "\"4\"");
        tenant.post(
                        "/api/contracts/" + id + "/cancel",
                        Map.of("end_on", today().minusDays(1).toString()))
                .statusCode(409);
        tenant.step("/api/contracts/" + id + "/freeze").statusCode(409);
    }

    @Test
    void a_contract_with_faults_is_refused_and_each_fault_is_named() {
        Map<String, Object> faults = new HashMap<>(aContract(customer).body());
        faults.put("title", "");
        faults.put("amount_cents", -1);
        faults.put("billing_day", 32);
        faults.put("term_months", 0);
        faults.put("currency", "reais");
        tenant.unchecked()
                .body(faults)
                .post("/api/contracts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItems("title", "amount_cents", "billing_day", "term_months", "currency"));
        for (String required :
                List.of("customer_id", "service_type", "title", "billing_cycle", "amount_cents", "start_on")) {
            tenant.unchecked()
                    .body(aContract(customer).without(required).body())
                    .post("/api/contracts")
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItem(required));
        }
    }

    @Test
    void an_end_before_the_start_an_unknown_service_type_and_a_strange_currency_are_refused() {
        tenant.post(
                        "/api/contracts",
                        aContract(customer).with("end_on", "2024-01-14").body())
                .statusCode(400)
                .body("violations.field", hasItem("end_on"));
        tenant.post(
                        "/api/contracts",
                        aContract(customer).with("service_type", "jardinagem").body())
                .statusCode(400)
                .body("violations.field", hasItem("service_type"));
        tenant.post(
                        "/api/contracts",
                        aContract(customer).with("currency", "XAU").body())
                .statusCode(400)
                .body("violations.field", hasItem("currency"));
        tenant.unchecked()
                .body(aContract(customer).with("status", "cancelled").body())
                .post("/api/contracts")
                .then()
                .statusCode(400);
        UUID id = aContract(customer).in(tenant);
        tenant.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("service_type", "jardinagem"))
                .patch("/api/contracts/" + id)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("service_type"));
        tenant.post("/api/contracts/" + id + "/cancel", Map.of("end_on", "2023-12-31"))
                .statusCode(400)
                .body("violations.field", hasItem("end_on"));
    }

    @Test
    void an_external_id_belongs_to_one_contract() {
        aContract(customer).with("external_id", "unico").in(tenant);
        tenant.post(
                        "/api/contracts",
                        aContract(customer).with("external_id", "unico").body())
                .statusCode(409)
                .body("violations.field", hasItem("external_id"));
    }

    @Test
    void another_tenants_customer_and_contract_do_not_exist() {
        TestTenant theirs = TestTenant.register();
        UUID theirCustomer = aCustomer(theirs, "Cliente deles");
        UUID theirContract = aContract(theirCustomer).in(theirs);
        tenant.post("/api/contracts", aContract(theirCustomer).body())
                .statusCode(400)
                .body("violations.field", hasItem("customer_id"));
        tenant.api().get("/api/contracts/" + theirContract).then().statusCode(404);
        tenant.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("title", "nosso"))
                .patch("/api/contracts/" + theirContract)
                .then()
                .statusCode(404);
        for (String action : List.of("activate", "freeze", "cancel")) {
            tenant.step("/api/contracts/" + theirContract + "/" + action).statusCode(404);
        }
        assertThat(tenant.get("/api/contracts?customer_id=" + theirCustomer).getList("data"))
                .isEmpty();
    }

    @Test
    void the_list_filters_searches_and_pages_in_every_order() {
        TestTenant own = TestTenant.register();
        UUID joao = aCustomer(own, "João Conceição");
        UUID ana = aCustomer(own, "Ana");
        UUID deal = own.create("/api/crm/deals", Map.of("title", "Tráfego"));
        aContract(joao, "hospedagem_site", 5_000, 4_500).with("title", "Site").in(own);
        aContract(joao, "saas_cfc", 3_000, 0)
                .with("title", "Licença")
                .with("billing_cycle", "annual")
                .in(own);
        aContract(ana, "saas_cfc", 9_000, 0)
                .with("title", "Tráfego")
                .with("status", "frozen")
                .with("start_on", "2025-05-05")
                .with("deal_id", deal)
                .in(own);
        assertThat(titles(own, "")).containsExactly("Licença", "Site", "Tráfego");
        assertThat(titles(own, "?customer_id=" + joao)).containsExactly("Licença", "Site");
        assertThat(titles(own, "?service_type=saas_cfc&status=active")).containsExactly("Licença");
        assertThat(titles(own, "?billing_cycle=annual")).containsExactly("Licença");
        assertThat(titles(own, "?deal_id=" + deal)).containsExactly("Tráfego");
        assertThat(titles(own, "?q=trafego")).containsExactly("Tráfego");
        assertThat(titles(own, "?q=conceicao site")).containsExactly("Site");
        assertThat(titles(own, "?q=50%")).isEmpty();
        for (String sort : List.of("title", "created_at", "amount_cents", "cost_cents", "margin_cents", "start_on")) {
            List<String> up = paged(own, sort);
            assertThat(up).hasSize(3).isEqualTo(titles(own, "?sort=" + sort));
            assertThat(paged(own, "-" + sort)).isEqualTo(up.reversed());
        }
        assertThat(titles(own, "?sort=-cost_cents").getFirst()).isEqualTo("Site");
        assertThat(titles(own, "?sort=-margin_cents")).containsExactly("Tráfego", "Licença", "Site");
    }

    @Test
    void what_may_be_billed_on_a_day_has_begun_and_has_not_ended() {
        TestTenant own = TestTenant.register();
        UUID buyer = aCustomer(own, "Cliente");
        UUID active = aContract(buyer).with("billing_day", 10).in(own);
        UUID ending = aContract(buyer).with("end_on", "2026-03-15").in(own);
        UUID cancelled = aContract(buyer).in(own);
        own.post("/api/contracts/" + cancelled + "/cancel", Map.of("end_on", "2026-03-15"))
                .statusCode(200);
        aContract(buyer).with("start_on", "2026-03-16").in(own);
        aContract(buyer).with("end_on", "2026-03-14").in(own);
        aContract(buyer).with("status", "trial").in(own);
        aContract(buyer).with("status", "frozen").in(own);
        assertThat(billable(own, "2026-03-15", 10)).containsExactly(active, ending, cancelled);
        assertThat(billable(own, "2026-03-15", 1)).containsExactly(active, ending, cancelled);
        assertThat(billable(own, "2024-01-14", 10)).isEmpty();
        BillableContract first = contracts
                .billable(Caller.system(own.id(), "test", null), LocalDate.of(2026, 3, 15), null, 1)
                .await()
                .atMost(Duration.ofSeconds(10))
                .getFirst();
        assertThat(first.amount().cents()).isEqualTo(5_000);
        assertThat(first.customerId()).isEqualTo(buyer);
        assertThat(first.billingDay()).isEqualTo(10);
    }

    private List<UUID> billable(TestTenant own, String on, int limit) {
        Caller caller = Caller.system(own.id(), "test", null);
        List<UUID> found = new ArrayList<>();
        while (true) {
            List<UUID> page = contracts
                    .billable(caller, LocalDate.parse(on), found.isEmpty() ? null : found.getLast(), limit)
                    .await()
                    .atMost(Duration.ofSeconds(10))
                    .stream()
                    .map(BillableContract::id)
                    .toList();
            if (page.isEmpty()) {
                return found;
            }
            found.addAll(page);
        }
    }

    private static List<String> titles(TestTenant own, String query) {
        String order = query.contains("sort=") ? "" : (query.isEmpty() ? "?" : "&") + "sort=title";
        return own.get("/api/contracts" + query + order).getList("data.title", String.class);
    }

    private static List<String> paged(TestTenant own, String sort) {
        List<String> titles = new ArrayList<>();
        String cursor = null;
        do {
            var page = own.get("/api/contracts?limit=1&sort=" + sort + (cursor == null ? "" : "&cursor=" + cursor));
            titles.addAll(page.getList("data.title", String.class));
            cursor = page.getString("next_cursor");
        } while (cursor != null);
        return titles;
    }
}
