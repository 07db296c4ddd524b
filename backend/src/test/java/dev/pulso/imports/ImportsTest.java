package dev.pulso.imports;

import static dev.pulso.imports.TestImport.assertCounts;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to files; what their rows become is tested with the records' own modules. */
@QuarkusTest
class ImportsTest {
    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void an_import_is_ordered_runs_by_itself_and_tells_how_it_went() {
        UUID id = UUID.fromString(deals("Título,Valor", "Um,10", "Dois,20")
                .post()
                .statusCode(202)
                .body("status", Matchers.hasToString("queued"))
                .body("total_rows", Matchers.hasToString("2"))
                .extract()
                .path("id"));
        JsonPath ended = TestImport.await(tenant, id);
        assertCounts(ended, 2, 2, 0, 0, 0);
        assertThat(ended.getLong("total_rows")).isEqualTo(2);
        assertThat(ended.getString("file_name")).isEqualTo("file.csv");
        assertThat(ended.getString("started_at")).isNotNull();
        assertThat(ended.getString("finished_at")).isNotNull();
        assertThat(ended.getString("result.pipeline_id")).isNotNull();
        assertThat(tenant.get("/api/imports").getList("data.id")).containsExactly(id.toString());
    }

    @Test
    void any_separator_and_encoding_that_people_have_will_do() {
        for (char separator : new char[] {';', ',', '\t', '|'}) {
            assertCounts(
                    deals("Título,Valor".replace(',', separator), "São João,10".replace(',', separator))
                            .run(),
                    1,
                    1,
                    0,
                    0,
                    0);
        }
        for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)) {
            assertCounts(
                    deals("")
                            .file("Título;Valor\r\nSão João;1\r\n".getBytes(charset))
                            .run(),
                    1,
                    1,
                    0,
                    0,
                    0);
        }
        assertCounts(deals("").file("\ufeffTítulo;Valor\r\nSão João;1\r\n").run(), 1, 1, 0, 0, 0);
        assertThat(tenant.get("/api/crm/deals").getList("data.title"))
                .hasSize(7)
                .containsOnly("São João");
    }

    @Test
    void quoted_cells_may_hold_separators_quotes_and_line_breaks_which_are_blanks_in_a_name() {
        assertCounts(
                deals("Título,Valor", "\"Site, \"\"novo\"\"\nem duas linhas\",\"1.234,56\"", "Outro,\"2,00\"")
                        .run(),
                2,
                2,
                0,
                0,
                0);
        JsonPath deals = tenant.get("/api/crm/deals?sort=-amount_cents");
        assertThat(deals.getString("data[0].title")).isEqualTo("Site, \"novo\" em duas linhas");
        assertThat(deals.getList("data.amount_cents")).containsExactly(123_456, 200);
    }

    @Test
    void ragged_rows_fail_alone_and_blank_ones_are_skipped() {
        JsonPath ended = deals("Título;Valor", "Um;1", "Dois", "", ";;", "Três;3;sobra", "Quatro;4", "", "")
                .run();
        assertCounts(ended, 6, 2, 0, 2, 2);
        assertThat(ended.getList("errors.row", Integer.class)).containsExactly(3, 6);
        assertThat(ended.getList("errors.code")).containsExactly("csv_row_too_short", "csv_row_too_long");
    }

    @Test
    void amounts_are_read_in_the_style_of_their_column_and_dates_in_their_order() {
        assertCounts(
                deals("Título;Valor;Fim", "a;R$ 1.234,56;03/04/2024", "b;1.000;13/04/2024")
                        .map("expected_close_on", "Fim")
                        .run(),
                2,
                2,
                0,
                0,
                0);
        assertCounts(
                deals("Título;Valor;Fim", "c;1,234.56;03/04/2024", "d;1,000;04/13/2024")
                        .map("expected_close_on", "Fim")
                        .run(),
                2,
                2,
                0,
                0,
                0);
        assertCounts(
                deals("Título;Valor;Fim", "e;1.000;03/04/2024")
                        .map("expected_close_on", "Fim")
                        .option("decimal", "point")
                        .option("date_order", "mdy")
                        .run(),
                1,
                1,
                0,
                0,
                0);
        JsonPath deals = tenant.get("/api/crm/deals?sort=title");
        assertThat(deals.getList("data.amount_cents")).containsExactly(123_456, 100_000, 123_456, 100_000, 100);
        assertThat(deals.getList("data.expected_close_on"))
                .containsExactly("2024-04-03", "2024-04-13", "2024-03-04", "2024-04-13", "2024-03-04");
    }

    @Test
    void failed_rows_come_back_as_a_file_to_mend_and_import_again() {
        JsonPath ended = deals(
                        "Título,Valor,Obs",
                        "Um,1,ok",
                        "Dois,muito,=1+1",
                        ",3,\"linha 1\nlinha \"\"2\"\"; fim\"",
                        "Quatro,-4,-")
                .map("external_id", "Obs")
                .run();
        assertCounts(ended, 4, 1, 0, 0, 3);
        String file = given().header("Authorization", "Bearer " + tenant.token(TestTenant.Role.admin))
                .get("/api/imports/" + ended.getString("id") + "/failed-rows")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract()
                .asString();
        assertThat(file)
                .startsWith("\ufeffTítulo;Valor;Obs;import_error\r\n")
                .contains("Dois;muito;'=1+1;amount: This is not an amount of money.\r\n")
                .contains(";3;\"linha 1\nlinha \"\"2\"\"; fim\";title: The field must not be blank.\r\n")
                .contains("Quatro;-4;'-;amount: The amount must not be negative.\r\n");
        JsonPath mended = deals("")
                .file(file.replace("muito", "2,00").replace(";3;", "Três;3;").replace("-4;", "4;"))
                .map("external_id", "Obs")
                .run();
        assertCounts(mended, 3, 3, 0, 0, 0);
        assertThat(tenant.get("/api/crm/deals").getList("data.title"))
                .containsExactlyInAnyOrder("Um", "Dois", "Três", "Quatro");
    }

    @Test
    void a_thousand_errors_are_told_and_all_failed_rows_are_kept() {
        String[] lines = new String[1_501];
        Arrays.fill(lines, "x,much");
        lines[0] = "Título,Valor";
        JsonPath ended = deals(lines).run();
        assertCounts(ended, 1_500, 0, 0, 0, 1_500);
        assertThat(ended.getList("errors")).hasSize(1_000);
        String file = given().header("Authorization", "Bearer " + tenant.token(TestTenant.Role.admin))
                .get("/api/imports/" + ended.getString("id") + "/failed-rows")
                .asString();
        assertThat(file.lines()).hasSize(1_501);
    }

    @Test
    void two_rows_that_claim_one_tax_id_share_its_customer() {
        String[] lines = new String[41];
        for (int i = 1; i < lines.length; i++) {
            lines[i] = "c" + i + ",Cliente " + i + ",1.00,";
        }
        lines[0] = "id,nome,valor,cpf";
        // Under different ids, so that only the database sees it; the batch is then stored in parts.
        lines[10] = "c10,Cliente 10,1.00,11144477735";
        lines[20] = "c20,Cliente 20,1.00,11144477735";
        JsonPath ended = TestImport.of(tenant, "contracts")
                .lines(lines)
                .map("external_id", "id")
                .map("customer_external_id", "id")
                .map("customer_name", "nome")
                .map("customer_tax_id", "cpf")
                .map("amount", "valor")
                .run();
        assertCounts(ended, 40, 40, 0, 0, 0);
        assertThat(tenant.get("/api/customers?limit=200").getList("data")).hasSize(39);
        assertThat(tenant.get("/api/contracts?limit=200").getList("data")).hasSize(40);
    }

    @Test
    void a_preview_shows_columns_and_proposes_what_they_fill() {
        JsonPath preview = TestImport.of(tenant, "deals")
                .lines(
                        "Oportunidade;Negócio;Empresa;Etapa;Valor do negócio;Previsão de fechamento;Cor",
                        "1;Site;ABC;Nova;R$ 1.000,00;31/12/2026;",
                        "2;Loja;ABC;Ganha;R$ 2.000,00;01/01/2027;")
                .preview();
        assertThat(preview.getString("separator")).isEqualTo(";");
        assertThat(preview.getString("encoding")).isEqualTo("UTF-8");
        assertThat(preview.getList("columns.name")).hasSize(7).endsWith("Cor");
        assertThat(preview.getList("columns.type"))
                .containsExactly("number", "text", "text", "text", "number", "date", "empty");
        assertThat(preview.getList("columns[3].distinct_values")).containsExactly("Nova", "Ganha");
        assertThat(preview.getList("columns[4].samples")).containsExactly("R$ 1.000,00", "R$ 2.000,00");
        assertThat(preview.getMap("mapping"))
                .isEqualTo(Map.of(
                        "external_id", "Oportunidade",
                        "title", "Negócio",
                        "company_name", "Empresa",
                        "stage", "Etapa",
                        "amount", "Valor do negócio",
                        "expected_close_on", "Previsão de fechamento"));
        assertThat(preview.getList("fields.find { it.name == 'status' }.choices"))
                .containsExactly("open", "won", "lost");
        assertThat(preview.getBoolean("fields.find { it.name == 'title' }.required"))
                .isTrue();
        assertThat(tenant.get("/api/imports").getList("data")).isEmpty();
    }

    @Test
    void imports_of_a_tenant_run_one_after_the_other() {
        UUID first = deals("Título,Valor", "Um,1").map("external_id", "Título").start();
        UUID second = deals("Título,Valor", "Um,2").map("external_id", "Título").start();
        assertCounts(TestImport.await(tenant, first), 1, 1, 0, 0, 0);
        assertCounts(TestImport.await(tenant, second), 1, 0, 1, 0, 0);
        assertThat(tenant.get("/api/crm/deals").getList("data.amount_cents")).isEqualTo(Collections.singletonList(200));
    }

    private TestImport deals(String... lines) {
        return TestImport.of(tenant, "deals")
                .lines(lines)
                .map("title", "Título")
                .map("amount", "Valor");
    }
}
