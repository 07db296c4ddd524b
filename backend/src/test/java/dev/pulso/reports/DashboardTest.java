package dev.pulso.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The dashboard as its readers get it. */
@QuarkusTest
class DashboardTest {
    private static final String METRICS = "/api/dashboard/metrics";

    @Test
    void a_new_company_has_zeros_and_nothing_to_compare_with() {
        JsonPath metrics = TestTenant.register().get(METRICS);
        assertThat(metrics.getString("as_of")).isEqualTo(today().toString());
        assertThat(metrics.getString("currency")).isEqualTo("BRL");
        assertThat(metrics.getString("metric_policy")).isEqualTo("default-1");
        for (String figure : List.of("mrr", "received", "weighted_pipeline", "overdue")) {
            assertThat(metrics.getLong(figure + ".value_cents")).as(figure).isZero();
            assertThat(metrics.getLong(figure + ".previous_cents")).as(figure).isZero();
            assertThat((Object) metrics.get(figure + ".change_percent")).isNull();
        }
        assertThat(metrics.getLong("new_customers.value")).isZero();
        assertThat((Object) metrics.get("logo_churn_percent")).isNull();
        assertThat((Object) metrics.get("funnel.win_rate_percent")).isNull();
        assertThat(metrics.getList("months")).hasSize(12);
        assertThat(metrics.getString("months[11].month"))
                .isEqualTo(today().withDayOfMonth(1).toString());
        for (String alert : List.of("ending", "overdue", "reviews_due", "not_billed")) {
            assertThat(metrics.getLong("alerts." + alert + ".count")).isZero();
        }
    }

    @Test
    void mrr_of_every_month_is_what_the_portfolio_says_of_its_last_day() {
        TestTenant tenant = TestTenant.register();
        UUID customer = customer(tenant, "Cliente");
        contract(tenant, customer, 10_000, today().minusMonths(14), Map.of());
        contract(tenant, customer, 33_300, today().minusMonths(5), Map.of("billing_cycle", "annual"));
        contract(
                tenant,
                customer(tenant, "Outro"),
                7_000,
                today().minusMonths(8),
                Map.of("end_on", today().minusMonths(2).toString()));
        UUID changed = contract(tenant, customer, 5_000, today().minusMonths(3), Map.of());
        tenant.api()
                .body(Map.of("version", 0, "amount_cents", 9_000))
                .patch("/api/contracts/" + changed)
                .then()
                .statusCode(200);
        UUID frozen = contract(tenant, customer(tenant, "Parado"), 4_000, today().minusMonths(4), Map.of());
        tenant.post("/api/contracts/" + frozen + "/freeze", Map.of()).statusCode(200);

        JsonPath metrics = tenant.get(METRICS);
        for (int month = 0; month < 12; month++) {
            JsonPath summary = tenant.get("/api/portfolio/summary?as_of=" + metrics.get("months[" + month + "].to"));
            assertThat(metrics.getLong("months[" + month + "].mrr_cents")).isEqualTo(summary.getLong("mrr_cents"));
            assertThat(metrics.getLong("months[" + month + "].customers")).isEqualTo(summary.getLong("customers"));
        }
        assertThat(metrics.getLong("mrr.value_cents")).isEqualTo(metrics.getLong("months[11].mrr_cents"));
        assertThat(metrics.getLong("mrr.previous_cents")).isEqualTo(metrics.getLong("months[10].mrr_cents"));
        assertThat(metrics.getLong("active_customers.value")).isEqualTo(1);
        assertThat(metrics.getLong("inactive_customers")).isEqualTo(2);
    }

    @Test
    void a_sale_is_seen_from_the_lead_to_the_payment() {
        TestTenant tenant = TestTenant.register();
        UUID lead = tenant.create("/api/crm/leads", Map.of("name", "Ana"));
        tenant.create("/api/crm/leads", Map.of("name", "Bia"));
        UUID deal = UUID.fromString(
                tenant.post("/api/crm/leads/" + lead + "/convert", Map.of("title", "Site", "amount_cents", 100_000))
                        .statusCode(201)
                        .extract()
                        .path("deal.id"));
        assertThat(tenant.get(METRICS).getLong("weighted_pipeline.value_cents")).isEqualTo(10_000);
        tenant.api()
                .body(Map.of(
                        "contracts",
                        List.of(Map.of(
                                "service_type", "saas_cfc",
                                "title", "Licença",
                                "billing_cycle", "monthly",
                                "amount_cents", 15_000,
                                "start_on", today().toString()))))
                .post("/api/crm/deals/" + deal + "/win")
                .then()
                .statusCode(200);
        UUID customer = UUID.fromString(tenant.get("/api/customers").getString("data[0].id"));
        UUID invoice = tenant.create(
                "/api/invoices",
                Map.of(
                        "customer_id",
                        customer,
                        "items",
                        List.of(Map.of("description", "Site", "kind", "service", "unit_cents", 80_000))));
        tenant.api().post("/api/invoices/" + invoice + "/issue").then().statusCode(200);
        tenant.api()
                .body(Map.of("amount_cents", 30_000, "method", "pix"))
                .post("/api/invoices/" + invoice + "/payments")
                .then()
                .statusCode(201);

        JsonPath metrics = tenant.get(METRICS);
        assertThat(metrics.getLong("funnel.leads.value")).isEqualTo(2);
        assertThat(metrics.getLong("funnel.converted.value")).isEqualTo(1);
        assertThat(metrics.getLong("funnel.won.value")).isEqualTo(1);
        assertThat(metrics.getLong("funnel.won_cents.value_cents")).isEqualTo(100_000);
        assertThat(metrics.getDouble("funnel.win_rate_percent")).isEqualTo(100.0);
        assertThat(metrics.getLong("weighted_pipeline.value_cents")).isZero();
        assertThat(metrics.getLong("mrr.value_cents")).isEqualTo(15_000);
        assertThat(metrics.getLong("new_customers.value")).isEqualTo(1);
        assertThat(metrics.getLong("received.value_cents")).isEqualTo(30_000);
        assertThat(metrics.getLong("months[11].invoiced_cents")).isEqualTo(80_000);
    }

    @Test
    void each_tenant_sees_its_own_figures_only() {
        TestTenant ours = TestTenant.register();
        TestTenant theirs = TestTenant.register();
        contract(theirs, customer(theirs, "Deles"), 10_000, today().minusMonths(2), Map.of());
        theirs.create("/api/crm/leads", Map.of("name", "Ana"));
        theirs.create("/api/crm/deals", Map.of("title", "Site", "amount_cents", 5_000));
        assertThat(theirs.get(METRICS).getLong("mrr.value_cents")).isEqualTo(10_000);
        JsonPath metrics = ours.get(METRICS);
        assertThat(metrics.getLong("mrr.value_cents")).isZero();
        assertThat(metrics.getLong("mrr.previous_cents")).isZero();
        assertThat(metrics.getLong("inactive_customers")).isZero();
        assertThat(metrics.getLong("funnel.leads.value")).isZero();
        assertThat(metrics.getLong("funnel.open_deals")).isZero();
    }

    private static UUID customer(TestTenant tenant, String name) {
        return tenant.create("/api/customers", Map.of("name", name, "kind", "company"));
    }

    private static UUID contract(
            TestTenant tenant, UUID customer, long amountCents, LocalDate startOn, Map<String, Object> more) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of(
                "customer_id",
                customer,
                "service_type",
                "hospedagem_site",
                "title",
                "Hospedagem",
                "billing_cycle",
                "monthly",
                "amount_cents",
                amountCents,
                "start_on",
                startOn.toString()));
        body.putAll(more);
        return tenant.create("/api/contracts", body);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/Sao_Paulo"));
    }
}
