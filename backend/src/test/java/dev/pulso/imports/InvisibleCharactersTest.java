package dev.pulso.imports;

import static dev.pulso.imports.TestImport.assertCounts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What spreadsheets hide in cells makes no second record. */
@QuarkusTest
class InvisibleCharactersTest {
    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void a_key_is_the_same_key_and_a_name_the_same_name() {
        TestImport plain = TestImport.of(tenant, "deals")
                .lines("Id;Título;Etapa;Empresa;Contato;", "A1;Um;Novo;Acme Ltda;Ana Reis;", "A2;Dois;Novo;;Ana Reis;");
        TestImport hidden = TestImport.of(tenant, "deals")
                .lines(
                        "Id;Título;Etapa;Empresa;Contato",
                        "A1\u00a0;Um;\u200bNovo;Acme\u00a0Ltda\u200b;\ufeffAna Reis",
                        "\u2060A2;Dois;NOVO\u00a0;;Ana\u202fReis");
        for (TestImport one : new TestImport[] {plain, hidden}) {
            one.map("external_id", "Id")
                    .map("title", "Título")
                    .map("stage", "Etapa")
                    .map("company_name", "Empresa")
                    .map("contact_name", "Contato")
                    .option("pipeline_name", "Funil");
        }
        assertCounts(plain.run(), 2, 2, 0, 0, 0);
        assertCounts(hidden.run(), 2, 0, 2, 0, 0);
        assertThat(tenant.get("/api/crm/deals").getList("data")).hasSize(2);
        assertThat(tenant.get("/api/crm/companies").getList("data")).hasSize(1);
        assertThat(tenant.get("/api/crm/contacts").getList("data")).hasSize(2);
    }

    @Test
    void a_customer_is_found_by_its_name() {
        tenant.create("/api/customers", Map.of("name", "Padaria São João", "kind", "company"));
        assertCounts(
                TestImport.of(tenant, "contracts")
                        .lines("Id;Cliente;Valor;Início", "K1;padaria\u00a0sao joao\u200b;10,00;01/02/2026")
                        .map("external_id", "Id")
                        .map("customer_name", "Cliente")
                        .map("amount", "Valor")
                        .map("start_on", "Início")
                        .run(),
                1,
                1,
                0,
                0,
                0);
        assertThat(tenant.get("/api/customers").getList("data")).hasSize(1);
    }

    @Test
    void a_cell_that_begins_with_a_tab_survives_the_file_of_failed_rows() {
        var ended = TestImport.of(tenant, "deals")
                .lines("Título;Valor", "\"\t=x\";abc")
                .map("title", "Título")
                .map("amount", "Valor")
                .run();
        String failed = tenant.api()
                .get("/api/imports/{id}/failed-rows", ended.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        TestImport.of(tenant, "deals")
                .file(failed.replace("abc", "1"))
                .map("title", "Título")
                .map("amount", "Valor")
                .run();
        assertThat(tenant.get("/api/crm/deals").getList("data.title")).containsExactly("=x");
    }
}
