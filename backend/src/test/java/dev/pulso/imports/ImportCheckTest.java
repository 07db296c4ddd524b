package dev.pulso.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An import tried out: it says beforehand what the import would, and makes nothing. */
@QuarkusTest
class ImportCheckTest {
    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void it_tells_what_the_import_comes_to_then_and_makes_no_deal_company_or_funnel() {
        TestImport file = TestImport.of(tenant, "deals")
                .lines(
                        "Código;Negócio;Valor;Etapa;Empresa",
                        "A1;Site;1.234,56;Visita;Padaria Sol",
                        "A2;Loja;muito;Visita;Padaria Sol",
                        "A1;Site novo;99,00;Visita;Padaria Sol",
                        ";;7,00;Visita;")
                .map("external_id", "Código")
                .map("title", "Negócio")
                .map("amount", "Valor")
                .map("stage", "Etapa")
                .map("company_name", "Empresa")
                .option("pipeline_name", "Da planilha");

        JsonPath check = file.check();
        assertThat(counts(check)).containsExactly(4L, 1L, 1L, 2L);
        assertThat(check.getLong("tried")).isEqualTo(4);
        assertThat(check.getList("errors.row")).containsExactly(3, 5);
        for (String list : List.of("/api/crm/deals", "/api/crm/companies", "/api/imports")) {
            assertThat(tenant.get(list).getList("data")).as(list).isEmpty();
        }
        assertThat(tenant.get("/api/crm/pipelines").getList("data.name")).doesNotContain("Da planilha");

        JsonPath ended = file.run();
        assertThat(counts(ended)).isEqualTo(counts(check));
        assertThat(ended.getList("errors")).isEqualTo(check.getList("errors"));
        // With its records there, the same file would change them.
        assertThat(counts(file.check()).get(1)).isZero();
    }

    @Test
    void of_a_long_file_every_row_is_read_and_the_first_five_thousand_are_tried() {
        TestImport file = TestImport.of(tenant, "deals")
                .lines(Stream.concat(
                                Stream.of("Negócio;Valor"),
                                IntStream.range(0, 6_000).mapToObj(i -> "N" + i + ";" + (i % 1_000 == 999 ? "x" : i)))
                        .toArray(String[]::new))
                .map("title", "Negócio")
                .map("amount", "Valor");
        JsonPath check = file.check();
        assertThat(check.getLong("rows")).isEqualTo(6_000);
        assertThat(check.getLong("tried")).isEqualTo(5_000);
        assertThat(check.getLong("created")).isEqualTo(4_995);
        assertThat(check.getLong("failed")).isEqualTo(6);
    }

    @Test
    void what_an_order_is_refused_for_it_is_refused_for_too() {
        TestImport file = TestImport.of(tenant, "deals").lines("Negócio", "Site");
        file.post("/api/imports/check", "{\"title\": \"Título\"}")
                .statusCode(400)
                .body("violations.field", hasItem("mapping.title"));
        file.lines("Negócio")
                .post("/api/imports/check", "{\"title\": \"Negócio\"}")
                .statusCode(400)
                .body("violations.code", hasItem("csv_no_rows"));
    }

    private static List<Long> counts(JsonPath answer) {
        return List.of(
                answer.getLong("rows"), answer.getLong("created"), answer.getLong("updated"), answer.getLong("failed"));
    }
}
