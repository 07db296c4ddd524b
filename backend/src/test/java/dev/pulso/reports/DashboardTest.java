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
import org.jspecify.annotations.Nullable;
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
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("amount_cents", 9_000))
                .patch("/api/contracts/" + changed)
                .then()
                .statusCode(200);
        UUID frozen = contract(tenant, customer(tenant, "Parado"), 4_000, today().minusMonths(4), Map.of());
        tenant.step("/api/contracts/" + frozen + "/freeze").statusCode(200);

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
    void the_customers_behind_a_movement_add_up_to_it() {
        TestTenant tenant = TestTenant.register();
        LocalDate lastMonth = today().withDayOfMonth(1).minusDays(10);
        String kept = tenantWithMovements(tenant, lastMonth);
        JsonPath metrics = tenant.get(METRICS);
        String month = metrics.getString("months[10].month");

        assertThat(movements(tenant, month, "new")).containsExactly("Segundo 200", "Primeiro 100");
        assertThat(movements(tenant, month, "churn")).containsExactly("Antigo -7000");
        assertThat(metrics.getLong("months[10].new_cents")).isEqualTo(300);
        assertThat(metrics.getLong("months[10].churn_cents")).isEqualTo(7_000);
        assertThat(movements(tenant, month, null)).containsExactly("Antigo -7000", "Segundo 200", "Primeiro 100");
        assertThat(movements(tenant, today().toString(), null)).containsExactly(kept);

        JsonPath first = tenant.get("/api/dashboard/movements?limit=2&month=" + month);
        JsonPath rest = tenant.get(
                "/api/dashboard/movements?limit=2&month=" + month + "&cursor={cursor}", first.getString("next_cursor"));
        assertThat(rest.getList("data.customer_name")).containsExactly("Primeiro");
        assertThat((Object) rest.get("next_cursor")).isNull();
    }

    /** Two new customers and one lost last month, and one that pays more since today. */
    private static String tenantWithMovements(TestTenant tenant, LocalDate lastMonth) {
        contract(tenant, customer(tenant, "Primeiro"), 100, lastMonth, Map.of());
        contract(tenant, customer(tenant, "Segundo"), 200, lastMonth, Map.of());
        contract(
                tenant,
                customer(tenant, "Antigo"),
                7_000,
                lastMonth.minusMonths(3),
                Map.of("end_on", lastMonth.toString()));
        UUID raised = contract(tenant, customer(tenant, "Mais"), 5_000, lastMonth.minusMonths(3), Map.of());
        tenant.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("amount_cents", 9_000))
                .patch("/api/contracts/" + raised)
                .then()
                .statusCode(200);
        return "Mais 4000";
    }

    private static List<String> movements(TestTenant tenant, String month, @Nullable String kind) {
        JsonPath page = tenant.get("/api/dashboard/movements?month=" + month + (kind == null ? "" : "&kind=" + kind));
        List<Map<String, Object>> rows = page.getList("data");
        return rows.stream()
                .map(row -> row.get("customer_name") + " " + row.get("change_cents"))
                .toList();
    }

    @Test
    void the_lists_show_the_rows_behind_the_alerts() {
        TestTenant tenant = TestTenant.register();
        UUID customer = customer(tenant, "Cliente");
        UUID ending = contract(
                tenant,
                customer,
                1_000,
                today().minusDays(3),
                Map.of("end_on", today().plusDays(7).toString()));
        UUID review =
                contract(tenant, customer, 2_000, today().minusDays(3), Map.of("next_review_on", today().toString()));
        contract(tenant, customer, 4_000, today(), Map.of());
        UUID invoice = tenant.create(
                "/api/invoices",
                Map.of(
                        "customer_id",
                        customer,
                        "items",
                        List.of(Map.of("description", "Site", "kind", "service", "unit_price", "800.00"))));
        tenant.api().post("/api/invoices/" + invoice + "/issue").then().statusCode(200);
        tenant.api()
                .body(Map.of("amount_cents", 30_000, "method", "pix"))
                .post("/api/invoices/" + invoice + "/payments")
                .then()
                .statusCode(201);

        JsonPath alerts = tenant.get(METRICS);
        assertThat(ids(
                        tenant,
                        "/api/contracts?status=active,trial&end_on_from=" + alerts.get("alerts.ending.from")
                                + "&end_on_to=" + alerts.get("alerts.ending.to")))
                .containsExactly(ending.toString());
        assertThat(ids(
                        tenant,
                        "/api/contracts?status=active,trial,frozen&next_review_on_to="
                                + alerts.get("alerts.reviews_due.to")))
                .containsExactly(review.toString());
        assertThat(tenant.get("/api/dashboard/not-billed").getList("data.contract_id"))
                .containsExactlyInAnyOrder(ending.toString(), review.toString());
        assertThat(alerts.getLong("alerts.not_billed.count")).isEqualTo(2);
        assertThat(ids(
                        tenant,
                        "/api/invoices?payments_paid_on_from=" + alerts.get("comparison.month_from")
                                + "&payments_paid_on_to=" + alerts.get("comparison.month_to")))
                .containsExactly(invoice.toString());
        assertThat(ids(tenant, "/api/invoices?payments_paid_on_to=" + alerts.get("comparison.last_month_end")))
                .isEmpty();
    }

    private static List<Object> ids(TestTenant tenant, String path) {
        return tenant.get(path).getList("data.id");
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
                        List.of(Map.of("description", "Site", "kind", "service", "unit_price", "800.00"))));
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
        assertThat(metrics.getLong("funnel.won_amount.value_cents")).isEqualTo(100_000);
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
        LocalDate start = today().minusMonths(2).minusDays(1);
        contract(theirs, customer(theirs, "Deles"), 10_000, start, Map.of());
        theirs.create("/api/crm/leads", Map.of("name", "Ana"));
        theirs.create("/api/crm/deals", Map.of("title", "Site", "amount_cents", 5_000));
        assertThat(theirs.get(METRICS).getLong("mrr.value_cents")).isEqualTo(10_000);
        JsonPath metrics = ours.get(METRICS);
        assertThat(metrics.getLong("mrr.value_cents")).isZero();
        assertThat(metrics.getLong("mrr.previous_cents")).isZero();
        assertThat(metrics.getLong("inactive_customers")).isZero();
        assertThat(metrics.getLong("funnel.leads.value")).isZero();
        assertThat(metrics.getLong("funnel.open_deals")).isZero();
        assertThat(movements(theirs, start.toString(), "new")).containsExactly("Deles 10000");
        assertThat(movements(ours, start.toString(), null)).isEmpty();
        assertThat(theirs.get("/api/dashboard/not-billed").getList("data")).hasSize(1);
        assertThat(ours.get("/api/dashboard/not-billed").getList("data")).isEmpty();
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
