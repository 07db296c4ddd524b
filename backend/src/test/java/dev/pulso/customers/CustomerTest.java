package dev.pulso.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.pulso.imports.TestImport;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerTest {
    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void what_is_new_says_so_and_what_was_changed_too() {
        TestTenant tenant = TestTenant.register();
        UUID id = tenant.create("/api/customers", Map.of("name", "Ana", "kind", "person"));
        JsonPath made = tenant.get("/api/customers/{id}", id);
        assertThat(made.getString("updated_at")).isEqualTo(made.getString("created_at"));
        tenant.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("name", "Bia"))
                .patch("/api/customers/{id}", id)
                .then()
                .statusCode(200);
        JsonPath changed = tenant.get("/api/customers/{id}", id);
        assertThat(changed.getString("created_at")).isEqualTo(made.getString("created_at"));
        assertThat(Instant.parse(changed.getString("updated_at"))).isAfter(Instant.parse(made.getString("updated_at")));
    }

    @Test
    void a_customer_keeps_its_numbers_without_masks() {
        tenant.post(
                        "/api/customers",
                        Map.of(
                                "name",
                                " Autoescola Progresso ",
                                "kind",
                                "company",
                                "tax_id",
                                "12.abc.345/01de-35",
                                "phone",
                                "(41) 99876-5432"))
                .statusCode(201)
                .body("name", equalTo("Autoescola Progresso"))
                .body("tax_id", equalTo("12ABC34501DE35"))
                .body("phone", equalTo("+5541998765432"))
                .body("billing_status", equalTo("current"));
    }

    @Test
    void a_person_has_a_cpf_and_a_company_a_cnpj() {
        tenant.post("/api/customers", Map.of("name", "João", "kind", "company", "tax_id", "529.982.247-25"))
                .statusCode(400)
                .body("violations.field", hasItem("tax_id"));
        tenant.post("/api/customers", Map.of("name", "João", "kind", "person", "tax_id", "52998224725"))
                .statusCode(201);
        tenant.post("/api/customers", Map.of("name", "João", "kind", "person", "tax_id", "52998224726"))
                .statusCode(400);
    }

    @Test
    void a_tax_id_belongs_to_one_customer_of_a_tenant_but_may_be_anothers_too() {
        Map<String, Object> joao = Map.of("name", "João", "kind", "person", "tax_id", "52998224725");
        tenant.create("/api/customers", joao);
        tenant.post("/api/customers", joao).statusCode(409).body("violations.field", hasItem("tax_id"));
        TestTenant.register().create("/api/customers", joao);
    }

    @Test
    void a_customer_is_found_without_regard_to_case_or_accents() {
        tenant.create("/api/customers", Map.of("name", "Imobiliária São João", "kind", "company"));
        tenant.create("/api/customers", Map.of("name", "Padaria", "kind", "company"));

        assertThat(tenant.get("/api/customers?q={q}", "SAO imobiliaria").getList("data.name", String.class))
                .isEqualTo(List.of("Imobiliária São João"));
        assertThat(tenant.get("/api/customers?kind=person").getList("data")).isEmpty();
    }

    @Test
    void what_a_file_says_of_a_new_customer_is_kept_and_what_cannot_be_is_that_rows_error() {
        JsonPath ended = TestImport.of(tenant, "contracts")
                .lines(
                        "name,tax,mail,price",
                        "Ana,529.982.247-25,ANA@correio.example,1.00",
                        "Bia,,nowhere,1.00",
                        "Caio,,caio@correio.example,1.00")
                .map("customer_name", "name")
                .map("customer_tax_id", "tax")
                .map("customer_email", "mail")
                .map("amount", "price")
                .run();
        assertThat(ended.getInt("failed")).isEqualTo(1);
        assertThat(ended.getList("errors.row", Integer.class)).containsExactly(3);
        assertThat(ended.getList("errors.field", String.class)).containsExactly("customer_email");
        JsonPath kept = tenant.get("/api/customers?sort=name");
        assertThat(kept.getList("data.kind")).containsExactly("person", "company");
        assertThat(kept.getList("data.tax_id")).containsExactly("52998224725", null);
        assertThat(kept.getList("data.email")).containsExactly("ana@correio.example", "caio@correio.example");
        assertThat(kept.getList("data.version")).containsExactly(0, 0);
    }

    @Test
    void the_site_of_a_customer_is_kept_shown_changed_audited_and_read_from_files() {
        UUID id = tenant.create(
                "/api/customers", Map.of("name", "Ana", "kind", "person", "website", " https://ana.example "));
        assertThat(tenant.get("/api/customers").getString("data[0].website")).isEqualTo("https://ana.example");
        tenant.unchecked()
                .body(Map.of("name", "Bia", "kind", "person", "website", "javascript:alert(1)"))
                .post("/api/customers")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("website"));
        tenant.api()
                .header("If-Match", "\"0\"")
                .body(Map.of("website", "ana.com.br"))
                .patch("/api/customers/{id}", id)
                .then()
                .statusCode(200)
                .body("website", equalTo("ana.com.br"));
        assertThat(tenant.get("/api/audit?action=update&entity_id={id}", id).getString("data[0].after.website"))
                .isEqualTo("ana.com.br");
        TestImport.of(tenant, "contracts")
                .lines("Cliente,Site do cliente,Valor", "Caio,caio.example,1.00", "Duda,javascript:alert(1),1.00")
                .map("customer_name", "Cliente")
                .map("customer_website", "Site do cliente")
                .map("amount", "Valor")
                .run();
        assertThat(tenant.get("/api/customers?sort=name").getList("data.website"))
                .containsExactly("ana.com.br", "caio.example");
    }

    @Test
    void an_edit_based_on_an_old_version_changes_nothing() {
        UUID id = tenant.create("/api/customers", Map.of("name", "João", "kind", "person"));
        tenant.api()
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "João Silva"))
                .patch("/api/customers/{id}", id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        tenant.api()
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Pedro"))
                .patch("/api/customers/{id}", id)
                .then()
                .statusCode(412);
        assertThat(tenant.get("/api/customers/{id}", id).getString("name")).isEqualTo("João Silva");
        tenant.basedOn(1)
                .body("{\"name\": null}")
                .patch("/api/customers/{id}", id)
                .then()
                .statusCode(400);
    }
}
