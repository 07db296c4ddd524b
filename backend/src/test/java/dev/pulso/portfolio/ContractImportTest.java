package dev.pulso.portfolio;

import static dev.pulso.imports.TestImport.assertCounts;
import static dev.pulso.portfolio.ContractSamples.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pulso.imports.TestImport;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractImportTest {
    @Inject
    Tenancy tenancy;

    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void a_brazilian_spreadsheet_becomes_contracts_and_customers() {
        JsonPath ended = TestImport.of(tenant, "contracts")
                .lines(
                        "Código;Cliente;CNPJ;Serviço;Ciclo;Valor;Custo;Situação;Início;Fim;Vencimento",
                        "1;Imobiliária ABC;12.ABC.345/01DE-35;SaaS ImobSites;Mensal;R$"
                                + " 1.234,56;50,00;Ativo;15/01/2024;;10",
                        "2;imobiliaria  abc;12.ABC.345/01DE-35;Hospedagem de site;anual;1.200,00;;Ativa;01/02/2024;;",
                        "3;João;;;trimestral;300,00;;cancelado;01/01/2024;31/12/2024;")
                .map("external_id", "Código")
                .map("customer_name", "Cliente")
                .map("customer_tax_id", "CNPJ")
                .map("service_type", "Serviço")
                .map("billing_cycle", "Ciclo")
                .map("amount", "Valor")
                .map("cost", "Custo")
                .map("status", "Situação")
                .map("start_on", "Início")
                .map("end_on", "Fim")
                .map("billing_day", "Vencimento")
                .map("title", Map.of("template", "{Serviço} - {Cliente}"))
                .run();
        assertCounts(ended, 3, 3, 0, 0, 0);
        JsonPath contracts = tenant.get("/api/contracts?sort=start_on");
        assertThat(contracts.getList("data.title"))
                .containsExactly("João", "SaaS ImobSites - Imobiliária ABC", "Hospedagem de site - imobiliaria  abc");
        assertThat(contracts.getList("data.amount_cents")).containsExactly(30_000, 123_456, 120_000);
        assertThat(contracts.getList("data.service_type"))
                .containsExactly("outro_recorrente", "saas_imobsites", "hospedagem_site");
        assertThat(contracts.getList("data.status")).containsExactly("cancelled", "active", "active");
        assertThat(contracts.getList("data.billing_day")).containsExactly(null, 10, null);
        assertThat(tenant.get("/api/customers?sort=name").getList("data.name"))
                .containsExactly("Imobiliária ABC", "João");
        JsonPath then = tenant.get("/api/portfolio/summary?as_of=2024-06-01");
        assertThat(then.getLong("mrr_cents")).isEqualTo(10_000 + 123_456 + 10_000);
    }

    @Test
    void importing_the_same_file_again_creates_nothing_and_changes_only_what_is_new() {
        TestImport first = subscriptions(
                "id,name,price,churn,months", "a,Ana,10.50,No,5", "b,Bia,20.00,Yes,3", "c,Caio,7.00,No,0");
        assertCounts(first.run(), 3, 3, 0, 0, 0);
        assertThat(mrr("")).isEqualTo(1_750);
        long audited = audited();
        assertCounts(first.run(), 3, 0, 3, 0, 0);
        assertThat(audited()).as("a repeat writes nothing").isEqualTo(audited);
        assertCounts(
                subscriptions("id,name,price,churn,months", "a,Ana,11.50,No,5", "c,Caio,7.00,Yes,0", "d,Davi,1.00,No,1")
                        .run(),
                3,
                1,
                2,
                0,
                0);
        assertThat(mrr("")).isEqualTo(1_150 + 100);
        assertThat(mrr("?as_of=" + today().minusDays(1))).isEqualTo(1_050 + 2_000 + 100);
        assertThat(tenant.get("/api/contracts").getList("data")).hasSize(4);
        assertThat(tenant.get("/api/customers").getList("data")).hasSize(4);
    }

    @Test
    void months_of_service_tell_when_a_contract_began_and_a_lost_one_ended_yesterday() {
        subscriptions("id,name,price,churn,months", "a,Ana,10.50,No,5", "b,Bia,20.00,Yes,3", "c,Caio,7.00,Yes,0")
                .run();
        JsonPath contracts = tenant.get("/api/contracts?sort=-amount_cents");
        assertThat(contracts.getString("data[0].end_on"))
                .isEqualTo(today().minusDays(1).toString());
        assertThat(contracts.getString("data[0].start_on"))
                .isEqualTo(today().minusMonths(3).toString());
        assertThat(contracts.getString("data[1].start_on"))
                .isEqualTo(today().minusMonths(5).toString());
        assertThat(contracts.getString("data[2].start_on"))
                .isEqualTo(today().minusDays(1).toString());
    }

    @Test
    void a_row_that_comes_twice_is_created_then_updated() {
        assertCounts(
                subscriptions("id,name,price,churn,months", "a,Ana,10.50,No,5", "a,Ana,12.50,No,5")
                        .run(),
                2,
                1,
                1,
                0,
                0);
        assertThat(mrr("")).isEqualTo(1_250);
    }

    @Test
    void bad_rows_are_reported_with_line_and_field_and_the_others_go_in() {
        JsonPath ended = TestImport.of(tenant, "contracts")
                .lines(
                        "id,name,price,kind,start,end,tax",
                        "1,Ana,10.00,seo_mensal,2024-01-01,,",
                        "2,,10.00,seo_mensal,2024-01-01,,",
                        "3,Bia,ten,jardinagem,2024-13-01,,",
                        "4,Caio,-5.00,seo_mensal,2024-01-01,,",
                        "5,Davi,10.00,jardinagem,2024-01-01,,",
                        "6,Eva,10.00,seo_mensal,2024-01-01,2023-12-31,",
                        "7,Fred,10.00,seo_mensal,2024-01-01,,11111111111",
                        "8,Gabi,10.00",
                        "9,Hugo,10.00,seo_mensal,2024-01-01,,")
                .map("external_id", "id")
                .map("customer_name", "name")
                .map("amount", "price")
                .map("service_type", "kind")
                .map("start_on", "start")
                .map("end_on", "end")
                .map("customer_tax_id", "tax")
                .run();
        assertCounts(ended, 9, 2, 0, 0, 7);
        assertThat(ended.getList("errors.row", Integer.class)).containsExactly(3, 4, 4, 5, 6, 7, 8, 9);
        assertThat(ended.getList("errors.field", String.class))
                .containsExactlyInAnyOrder(
                        "customer_name",
                        "amount",
                        "start_on",
                        "amount",
                        "service_type",
                        "end_on",
                        "customer_tax_id",
                        null);
        assertThat(tenant.get("/api/customers?sort=name").getList("data.name")).containsExactly("Ana", "Hugo");
    }

    @Test
    void a_title_that_is_made_of_a_long_name_ends_with_a_whole_character() {
        JsonPath ended = TestImport.of(tenant, "contracts")
                .lines("name,price", "🚀".repeat(200) + ",1.00")
                .map("customer_name", "name")
                .map("amount", "price")
                .run();
        assertCounts(ended, 1, 1, 0, 0, 0);
        String beginning = "Outro recorrente - ";
        assertThat(tenant.get("/api/contracts").getString("data[0].title"))
                .isEqualTo(beginning + "🚀".repeat(200 - beginning.length()));
    }

    @Test
    void a_customer_that_is_there_already_is_used() {
        tenant.create("/api/customers", Map.of("name", "São José Ltda", "kind", "company"));
        tenant.create(
                "/api/customers",
                Map.of("name", "Progresso", "kind", "company", "tax_id", "12ABC34501DE35", "external_id", "P-1"));
        JsonPath ended = TestImport.of(tenant, "contracts")
                .lines("name,tax,ext,price", "SAO  JOSE LTDA,,,1.00", "Outro,12ABC34501DE35,,1.00", "Novo,,P-1,1.00")
                .map("customer_name", "name")
                .map("customer_tax_id", "tax")
                .map("customer_external_id", "ext")
                .map("amount", "price")
                .run();
        assertCounts(ended, 3, 3, 0, 0, 0);
        assertThat(tenant.get("/api/customers?sort=name").getList("data.name"))
                .containsExactly("Progresso", "São José Ltda");
        assertThat(tenant.get("/api/contracts").getList("data.title"))
                .containsExactlyInAnyOrder(
                        "Outro recorrente - SAO  JOSE LTDA", "Outro recorrente - Outro", "Outro recorrente - Novo");
    }

    @Test
    void imported_contracts_are_told_to_others_and_written_down() {
        subscriptions("id,name,price,churn,months", "a,Ana,10.50,No,5", "b,Bia,20.00,Yes,3")
                .run();
        assertThat(count("select count(*) from outbox_events where type = 'contract.created'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from audit_log where entity = 'contracts' and actor = '" + tenant.adminEmail()
                        + "'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from audit_log where entity = 'customers'"))
                .isEqualTo(2);
    }

    @Test
    void one_tenants_import_neither_finds_nor_changes_anothers_records() {
        TestTenant other = TestTenant.register();
        List<String> lines = List.of("id,name,price,churn,months", "a,Ana,10.50,No,5");
        subscriptions(lines.toArray(String[]::new)).run();
        JsonPath theirs = mapped(TestImport.of(other, "contracts").lines(lines.toArray(String[]::new)))
                .run();
        assertCounts(theirs, 1, 1, 0, 0, 0);
        assertThat(other.get("/api/customers").getList("data.id"))
                .doesNotContainAnyElementsOf(tenant.get("/api/customers").getList("data.id"));
        tenant.api().get("/api/imports/" + theirs.getString("id")).then().statusCode(404);
        tenant.api()
                .get("/api/imports/" + theirs.getString("id") + "/failed-rows")
                .then()
                .statusCode(404);
        assertThat(tenant.get("/api/imports").getList("data")).hasSize(1);
    }

    @Test
    void seven_thousand_customers_of_a_telephone_company_become_exactly_their_portfolio() throws IOException {
        Path file = TestImport.publicDataSet("telco_customer_churn.csv");
        assumeTrue(file != null, "the public data set telco_customer_churn.csv is not beside the checkout");
        TestImport churn = TestImport.of(tenant, "contracts")
                .file(Files.readAllBytes(file))
                .map("external_id", "customerID")
                .map("customer_external_id", "customerID")
                .map("customer_name", Map.of("template", "Cliente {customerID}"))
                .map("customer_kind", Map.of("default", "person"))
                .map("service_type", Map.of("default", "outro_recorrente"))
                .map("title", Map.of("template", "Internet {InternetService}"))
                .map("billing_cycle", Map.of("default", "monthly"))
                .map("amount", "MonthlyCharges")
                .map("status", Map.of("column", "Churn", "values", Map.of("Yes", "cancelled", "No", "active")))
                .map("months_active", "tenure")
                .map(
                        "term_months",
                        Map.of(
                                "column",
                                "Contract",
                                "values",
                                Map.of("Month-to-month", "", "One year", "12", "Two year", "24")));
        long start = System.nanoTime();
        JsonPath ended = churn.run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertCounts(ended, 7_043, 7_043, 0, 0, 0);
        assertThat(took).isLessThan(Duration.ofSeconds(30));
        JsonPath summary = tenant.get("/api/portfolio/summary");
        assertThat(summary.getLong("mrr_cents")).isEqualTo(31_698_575);
        assertThat(summary.getLong("contracts")).isEqualTo(5_174);
        assertThat(summary.getLong("customers")).isEqualTo(5_174);
        assertThat(count("select count(*) from customers")).isEqualTo(7_043);
        assertThat(count("select count(distinct coalesce(term_months, 0)) from contracts"))
                .isEqualTo(3);
        long again = System.nanoTime();
        assertCounts(churn.run(), 7_043, 0, 7_043, 0, 0);
        System.out.printf(
                "IMPORT telco %d ms, again %d ms%n", took.toMillis(), (System.nanoTime() - again) / 1_000_000);
        assertThat(tenant.get("/api/portfolio/summary").getLong("mrr_cents")).isEqualTo(31_698_575);
    }

    private TestImport subscriptions(String... lines) {
        return mapped(TestImport.of(tenant, "contracts").lines(lines));
    }

    private static TestImport mapped(TestImport file) {
        return file.map("external_id", "id")
                .map("customer_external_id", "id")
                .map("customer_name", "name")
                .map("amount", "price")
                .map("status", Map.of("column", "churn", "values", Map.of("Yes", "cancelled", "No", "active")))
                .map("months_active", "months");
    }

    private long mrr(String query) {
        return tenant.get("/api/portfolio/summary" + query).getLong("mrr_cents");
    }

    private long audited() {
        return count("select count(*) from audit_log");
    }

    @Test
    void a_file_in_another_currency_does_not_touch_the_amounts_of_a_known_contract() {
        String[] first = {"id;cliente;valor;custo;titulo", "1;Ana;100,00;10,00;Site", "2;Bia;200,00;;Loja"};
        String[] second = {"id;cliente;valor;custo;titulo", "1;Ana;100,00;;Site", "3;Caio;5,00;;App"};
        assertCounts(amounts(first).run(), 2, 2, 0, 0, 0);
        JsonPath ended = amounts(second).option("currency", "EUR").run();
        assertCounts(ended, 2, 1, 0, 0, 1);
        assertThat(ended.getString("errors[0].field")).isEqualTo("amount");
        assertThat(ended.getString("errors[0].code")).isEqualTo("other_currency");
        JsonPath contracts = tenant.get("/api/contracts?sort=title");
        assertThat(contracts.getList("data.currency")).containsExactly("EUR", "BRL", "BRL");
        assertThat(contracts.getList("data.amount_cents")).containsExactly(500, 20_000, 10_000);
    }

    private TestImport amounts(String... lines) {
        return TestImport.of(tenant, "contracts")
                .lines(lines)
                .map("external_id", "id")
                .map("customer_name", "cliente")
                .map("amount", "valor")
                .map("cost", "custo")
                .map("title", "titulo");
    }

    private long count(String sql) {
        return tenancy.query(Caller.system(tenant.id(), "test", null), sql, Tuple.tuple())
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getLong(0);
    }
}
