package dev.pulso.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServiceTypesTest {

    @Test
    void a_new_tenant_has_the_seven_built_in_service_types() {
        var types = TestTenant.register().get("/api/portfolio/service-types");
        assertThat(types.getList("data.code", String.class))
                .containsExactly(
                        "hospedagem_site",
                        "saas_imobsites",
                        "saas_cfc",
                        "manutencao_site",
                        "gestao_trafego",
                        "seo_mensal",
                        "outro_recorrente");
        assertThat(types.getList("data.built_in", Boolean.class)).containsOnly(true);
        assertThat(types.getString("data[0].name")).isEqualTo("Hospedagem de site");
    }

    @Test
    void a_tenant_adds_its_own_which_only_it_can_use() {
        TestTenant ours = TestTenant.register();
        TestTenant theirs = TestTenant.register();
        ours.post("/api/portfolio/service-types", Map.of("code", "consultoria_mensal", "name", "Consultoria mensal"))
                .statusCode(201)
                .body("built_in", equalTo(false));
        ContractSamples.aContract(ContractSamples.aCustomer(ours, "Cliente"), "consultoria_mensal", 100, 0)
                .in(ours);
        assertThat(ours.get("/api/portfolio/service-types").getList("data.code"))
                .hasSize(8)
                .last()
                .isEqualTo("consultoria_mensal");
        assertThat(theirs.get("/api/portfolio/service-types").getList("data.code"))
                .hasSize(7);
        theirs.post(
                        "/api/contracts",
                        ContractSamples.aContract(
                                        ContractSamples.aCustomer(theirs, "Cliente"), "consultoria_mensal", 100, 0)
                                .body())
                .statusCode(400)
                .body("violations.field", hasItem("service_type"));
    }

    @Test
    void a_code_is_taken_once_and_has_a_form() {
        TestTenant tenant = TestTenant.register();
        tenant.post("/api/portfolio/service-types", Map.of("code", "saas_cfc", "name", "Outro"))
                .statusCode(409)
                .body("violations.field", hasItem("code"));
        tenant.unchecked()
                .body(Map.of("code", "Com Espaço", "name", "Outro"))
                .post("/api/portfolio/service-types")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("code"));
    }
}
