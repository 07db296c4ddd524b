package dev.pulso.portfolio;

import static dev.pulso.portfolio.ContractSamples.aContract;
import static dev.pulso.portfolio.ContractSamples.aCustomer;
import static dev.pulso.portfolio.ContractSamples.today;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The portfolio's figures; scenarios and totals of the product's recurring-portfolio document, sections 5.3 and 6. */
@QuarkusTest
class PortfolioSummaryTest {

    @Test
    void a_past_month_stays_what_it_was_when_currency_or_service_type_change() {
        TestTenant tenant = TestTenant.register();
        UUID customer = aCustomer(tenant, "Cliente");
        UUID abroad = aContract(customer, "hospedagem_site", 10_000, 4_000).in(tenant);
        UUID other = aContract(customer, "hospedagem_site", 3_000, 0).in(tenant);
        patch(tenant, abroad, Map.of("currency", "USD"), 0);
        patch(tenant, other, Map.of("service_type", "saas_cfc"), 0);
        String before = "as_of=" + today().minusDays(40);
        JsonPath then = tenant.get("/api/portfolio/summary?" + before);
        assertFigures(then, 13_000, 4_000, 9_000);
        assertThat(then.getList("by_service_type.service_type")).containsExactly("hospedagem_site");
        assertFigures(tenant.get("/api/portfolio/summary?service_type=saas_cfc&" + before), 0, 0, 0);
        assertThat(tenant.get("/api/contracts?counting_on=" + today().minusDays(40))
                        .getList("data"))
                .hasSize(2);
        JsonPath now = summary(tenant);
        assertFigures(now, 3_000, 0, 3_000);
        assertThat(now.getList("by_service_type.service_type")).containsExactly("saas_cfc");
        assertThat(tenant.get("/api/contracts?counting_on=" + today()).getList("data"))
                .hasSize(1);
    }

    private static void patch(TestTenant tenant, UUID contract, Map<String, Object> changes, int version) {
        tenant.basedOn(version)
                .body(changes)
                .patch("/api/contracts/{id}", contract)
                .then()
                .statusCode(200);
    }

    @Test
    void a_customer_with_hosting_only_leaves_a_margin_of_thirty_reais() {
        TestTenant tenant = TestTenant.register();
        UUID joao = aCustomer(tenant, "João Silva");
        aContract(joao, "hospedagem_site", 5_000, 2_000).in(tenant);
        assertFigures(summary(tenant), 5_000, 2_000, 3_000);
    }

    @Test
    void hosting_and_imobsites_are_280_of_revenue_80_of_cost_and_200_of_margin() {
        TestTenant tenant = TestTenant.register();
        UUID abc = aCustomer(tenant, "Imobiliária ABC");
        aContract(abc, "hospedagem_site", 8_000, 3_000).in(tenant);
        aContract(abc, "saas_imobsites", 20_000, 5_000).in(tenant);
        JsonPath summary = summary(tenant);
        assertFigures(summary, 28_000, 8_000, 20_000);
        assertThat(summary.getLong("contracts")).isEqualTo(2);
        assertThat(summary.getLong("customers")).isEqualTo(1);
        assertThat(summary.getLong("arr_cents")).isEqualTo(336_000);
    }

    @Test
    void imobsites_alone_is_200_of_revenue_50_of_cost_and_150_of_margin() {
        TestTenant tenant = TestTenant.register();
        aContract(aCustomer(tenant, "Imobiliária XYZ"), "saas_imobsites", 20_000, 5_000)
                .in(tenant);
        assertFigures(summary(tenant), 20_000, 5_000, 15_000);
    }

    @Test
    void three_services_of_one_customer_are_550_of_revenue_60_of_cost_and_490_of_margin() {
        TestTenant tenant = TestTenant.register();
        UUID progresso = aCustomer(tenant, "Autoescola Progresso");
        UUID other = aCustomer(tenant, "Outra");
        aContract(progresso, "saas_cfc", 15_000, 4_000).in(tenant);
        aContract(progresso, "manutencao_site", 10_000, 2_000).in(tenant);
        aContract(progresso, "gestao_trafego", 30_000, 0).in(tenant);
        aContract(other).in(tenant);
        assertFigures(tenant.get("/api/portfolio/summary?customer_id=" + progresso), 55_000, 6_000, 49_000);
        assertFigures(tenant.get("/api/portfolio/summary?service_type=gestao_trafego"), 30_000, 0, 30_000);
        assertFigures(summary(tenant), 60_000, 8_000, 52_000);
    }

    @Test
    void revenue_and_margin_by_service_type_add_up_to_eleven_thousand_a_month() {
        TestTenant tenant = TestTenant.register();
        UUID customer = aCustomer(tenant, "Cliente");
        // 5,000 a month in three cycles; 3,000, 2,000 and 1,000 in one.
        aContract(customer, "hospedagem_site", 200_000, 80_000).in(tenant);
        aContract(customer, "hospedagem_site", 600_000, 240_000)
                .with("billing_cycle", "quarterly")
                .in(tenant);
        aContract(customer, "hospedagem_site", 1_200_000, 480_000)
                .with("billing_cycle", "annual")
                .in(tenant);
        aContract(customer, "saas_imobsites", 300_000, 50_000).in(tenant);
        aContract(customer, "saas_cfc", 200_000, 0).in(tenant);
        aContract(customer, "outro_recorrente", 100_000, 0).in(tenant);
        JsonPath summary = summary(tenant);
        assertThat(summary.getLong("mrr_cents")).isEqualTo(1_100_000);
        assertThat(summary.getList("by_service_type.service_type"))
                .containsExactly("hospedagem_site", "saas_imobsites", "saas_cfc", "outro_recorrente");
        assertThat(summary.getList("by_service_type.mrr_cents", Long.class))
                .containsExactly(500_000L, 300_000L, 200_000L, 100_000L);
        assertThat(summary.getList("by_service_type.cost_cents", Long.class))
                .containsExactly(200_000L, 50_000L, 0L, 0L);
        assertThat(summary.getList("by_service_type.margin_cents", Long.class).subList(0, 2))
                .containsExactly(300_000L, 250_000L);
        assertThat(summary.getList("by_cycle.billing_cycle")).containsExactly("monthly", "quarterly", "annual");
        assertThat(summary.getList("by_cycle.amount_cents", Long.class))
                .containsExactly(800_000L, 600_000L, 1_200_000L);
        assertThat(summary.getList("by_cycle.mrr_cents", Long.class)).containsExactly(800_000L, 200_000L, 100_000L);
        assertThat(summary.getList("by_cycle.cost_cents", Long.class)).containsExactly(130_000L, 80_000L, 40_000L);
        assertThat(summary.getList("by_cycle.margin_cents", Long.class)).containsExactly(670_000L, 120_000L, 60_000L);
        assertFigures(tenant.get("/api/portfolio/summary?billing_cycle=quarterly"), 200_000, 80_000, 120_000);
    }

    @Test
    void a_portfolio_without_contracts_is_empty_not_missing() {
        JsonPath summary = summary(TestTenant.register());
        assertFigures(summary, 0, 0, 0);
        assertThat(summary.getString("currency")).isEqualTo("BRL");
        assertThat(summary.getString("as_of")).isEqualTo(today().toString());
        assertThat(summary.getList("by_cycle")).isEmpty();
    }

    @Test
    void a_contract_counts_from_its_first_to_its_last_day_both_included() {
        TestTenant tenant = TestTenant.register();
        aContract(aCustomer(tenant, "Cliente"))
                .with("start_on", "2026-02-01")
                .with("end_on", "2026-04-30")
                .in(tenant);
        assertThat(mrr(tenant, "2026-01-31")).isZero();
        assertThat(mrr(tenant, "2026-02-01")).isEqualTo(5_000);
        assertThat(mrr(tenant, "2026-04-30")).isEqualTo(5_000);
        assertThat(mrr(tenant, "2026-05-01")).isZero();
    }

    @Test
    void trial_and_frozen_contracts_count_nothing_unless_asked_for() {
        TestTenant tenant = TestTenant.register();
        UUID customer = aCustomer(tenant, "Cliente");
        aContract(customer, "saas_cfc", 1_000, 0).with("status", "trial").in(tenant);
        aContract(customer, "saas_cfc", 2_000, 0).with("status", "frozen").in(tenant);
        aContract(customer, "saas_cfc", 4_000, 0).in(tenant);
        assertThat(summary(tenant).getLong("mrr_cents")).isEqualTo(4_000);
        assertThat(tenant.get("/api/portfolio/summary?status=trial").getLong("mrr_cents"))
                .isEqualTo(1_000);
        assertThat(tenant.get("/api/portfolio/summary?status=frozen").getLong("mrr_cents"))
                .isEqualTo(2_000);
        assertThat(tenant.get("/api/portfolio/summary?status=active").getLong("mrr_cents"))
                .isEqualTo(4_000);
    }

    @Test
    void a_cancelled_contract_counts_until_its_end_and_is_found_by_its_status_afterwards() {
        TestTenant tenant = TestTenant.register();
        UUID contract = aContract(aCustomer(tenant, "Cliente")).in(tenant);
        LocalDate end = today().plusDays(30);
        tenant.post("/api/contracts/" + contract + "/cancel", Map.of("end_on", end.toString()))
                .statusCode(200);
        assertThat(summary(tenant).getLong("mrr_cents")).isEqualTo(5_000);
        assertThat(mrr(tenant, end.toString())).isEqualTo(5_000);
        String after = end.plusDays(1).toString();
        assertThat(mrr(tenant, after)).isZero();
        assertThat(tenant.get("/api/portfolio/summary?status=cancelled&as_of=" + after)
                        .getLong("mrr_cents"))
                .isEqualTo(5_000);
    }

    @Test
    void a_cancelled_trial_never_counts() {
        TestTenant tenant = TestTenant.register();
        UUID contract =
                aContract(aCustomer(tenant, "Cliente")).with("status", "trial").in(tenant);
        tenant.post(
                        "/api/contracts/" + contract + "/cancel",
                        Map.of("end_on", today().plusDays(30).toString()))
                .statusCode(200);
        assertThat(summary(tenant).getLong("mrr_cents")).isZero();
    }

    @Test
    void a_day_in_the_past_is_summed_with_the_terms_of_that_day() {
        TestTenant tenant = TestTenant.register();
        UUID customer = aCustomer(tenant, "Cliente");
        UUID raised = aContract(customer, "saas_cfc", 1_000, 100).in(tenant);
        UUID frozen = aContract(customer, "saas_cfc", 2_000, 200).in(tenant);
        UUID cancelled = aContract(customer, "saas_cfc", 4_000, 400).in(tenant);
        UUID yearly = aContract(customer, "saas_cfc", 12_000, 0).in(tenant);
        edit(tenant, raised, Map.of("amount_cents", 1_500), 0);
        edit(tenant, raised, Map.of("amount_cents", 1_800, "cost_cents", 300), 1);
        edit(tenant, yearly, Map.of("billing_cycle", "annual"), 0);
        tenant.step("/api/contracts/" + frozen + "/freeze").statusCode(200);
        tenant.post("/api/contracts/" + cancelled + "/cancel", Map.of()).statusCode(200);

        JsonPath before = tenant.get("/api/portfolio/summary?as_of=" + today().minusDays(1));
        assertFigures(before, 19_000, 700, 18_300);
        assertThat(before.getLong("contracts")).isEqualTo(4);
        assertFigures(summary(tenant), 1_800 + 4_000 + 1_000, 300 + 400, 6_100);
        assertFigures(tenant.get("/api/portfolio/summary?as_of=" + today().plusDays(1)), 1_800 + 1_000, 300, 2_500);
    }

    @Test
    void the_rows_behind_the_figures_of_a_day_are_those_it_counts() {
        TestTenant tenant = TestTenant.register();
        UUID customer = aCustomer(tenant, "Cliente");
        aContract(customer).with("title", "ativo").in(tenant);
        aContract(customer).with("title", "teste").with("status", "trial").in(tenant);
        aContract(customer).with("title", "em dólar").with("currency", "USD").in(tenant);
        aContract(customer)
                .with("title", "futuro")
                .with("start_on", today().plusDays(1).toString())
                .in(tenant);
        UUID frozen = aContract(customer).with("title", "congelado hoje").in(tenant);
        UUID ending = aContract(customer).with("title", "acaba hoje").in(tenant);
        tenant.step("/api/contracts/" + frozen + "/freeze").statusCode(200);
        tenant.post("/api/contracts/" + ending + "/cancel", Map.of()).statusCode(200);

        assertThat(countingOn(tenant, today())).containsExactly("acaba hoje", "ativo");
        assertThat(countingOn(tenant, today().minusDays(1))).containsExactly("acaba hoje", "ativo", "congelado hoje");
        assertThat(countingOn(tenant, today().plusDays(1))).containsExactly("ativo", "futuro");
        for (LocalDate day : List.of(today().minusDays(1), today(), today().plusDays(1))) {
            assertThat(tenant.get("/api/portfolio/summary?as_of=" + day).getInt("contracts"))
                    .isEqualTo(countingOn(tenant, day).size());
        }
    }

    @Test
    void moving_the_start_back_leaves_no_gap_in_the_past() {
        TestTenant tenant = TestTenant.register();
        UUID contract = aContract(aCustomer(tenant, "Cliente")).in(tenant);
        edit(tenant, contract, Map.of("start_on", "2023-06-01", "amount_cents", 7_000), 0);
        assertThat(mrr(tenant, "2023-05-31")).isZero();
        assertThat(mrr(tenant, "2023-06-01")).isEqualTo(5_000);
        assertThat(summary(tenant).getLong("mrr_cents")).isEqualTo(7_000);
    }

    @Test
    void contracts_in_another_currency_are_not_added_to_ours() {
        TestTenant tenant = TestTenant.register();
        UUID customer = aCustomer(tenant, "Cliente");
        aContract(customer).in(tenant);
        aContract(customer).with("currency", "USD").in(tenant);
        assertThat(summary(tenant).getLong("mrr_cents")).isEqualTo(5_000);
    }

    @Test
    void each_tenant_sees_its_own_portfolio_only() {
        TestTenant ours = TestTenant.register();
        TestTenant theirs = TestTenant.register();
        UUID customer = aCustomer(theirs, "Cliente deles");
        aContract(customer).in(theirs);
        assertFigures(summary(ours), 0, 0, 0);
        assertFigures(ours.get("/api/portfolio/summary?customer_id=" + customer), 0, 0, 0);
        assertFigures(summary(theirs), 5_000, 2_000, 3_000);
    }

    @Test
    void a_day_that_is_none_and_an_unknown_status_are_refused() {
        TestTenant tenant = TestTenant.register();
        for (String query : List.of("as_of=2026-02-30", "as_of=yesterday", "status=ended", "customer_id=7")) {
            tenant.unchecked()
                    .get("/api/portfolio/summary?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    private static void edit(TestTenant tenant, UUID contract, Map<String, Object> changes, int version) {
        tenant.basedOn(version)
                .body(changes)
                .patch("/api/contracts/" + contract)
                .then()
                .statusCode(200);
    }

    private static List<String> countingOn(TestTenant tenant, LocalDate day) {
        return tenant.get("/api/contracts?sort=title&counting_on=" + day).getList("data.title");
    }

    private static JsonPath summary(TestTenant tenant) {
        return tenant.get("/api/portfolio/summary");
    }

    private static long mrr(TestTenant tenant, String asOf) {
        return tenant.get("/api/portfolio/summary?as_of=" + asOf).getLong("mrr_cents");
    }

    private static void assertFigures(JsonPath summary, long mrr, long cost, long margin) {
        assertThat(summary.getLong("mrr_cents")).as("MRR").isEqualTo(mrr);
        assertThat(summary.getLong("cost_cents")).as("cost").isEqualTo(cost);
        assertThat(summary.getLong("margin_cents")).as("margin").isEqualTo(margin);
    }
}
