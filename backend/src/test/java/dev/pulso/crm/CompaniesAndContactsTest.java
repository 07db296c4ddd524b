package dev.pulso.crm;

import static dev.pulso.crm.Sales.COMPANIES;
import static dev.pulso.crm.Sales.CONTACTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CompaniesAndContactsTest {
    private Sales sales;

    @BeforeEach
    void tenant() {
        sales = Sales.ofNewTenant();
    }

    @Test
    void a_company_is_kept_with_its_tax_id_without_mask() {
        UUID id = sales.tenant()
                .create(COMPANIES, Map.of("name", "ABC", "tax_id", "11.222.333/0001-81", "phone", "41 3333-4444"));
        assertThat(sales.read(COMPANIES, id).getString("tax_id")).isEqualTo("11222333000181");
        assertThat(sales.read(COMPANIES, id).getString("phone")).isEqualTo("+554133334444");
    }

    @Test
    void no_two_companies_share_a_tax_id() {
        sales.tenant().create(COMPANIES, Map.of("name", "ABC", "tax_id", "11.222.333/0001-81"));
        sales.tenant()
                .post(COMPANIES, Map.of("name", "Other", "tax_id", "11222333000181"))
                .statusCode(409)
                .body("violations[0].field", equalTo("tax_id"));
        UUID other = sales.aCompany("Other");
        sales.patch(COMPANIES, other, Map.of("tax_id", "11222333000181"), 0)
                .statusCode(409)
                .body("violations[0].field", equalTo("tax_id"));
        // Another tenant may well know the same company.
        Sales.ofNewTenant().tenant().create(COMPANIES, Map.of("name", "ABC", "tax_id", "11222333000181"));
    }

    @Test
    void a_company_has_a_cnpj_and_neither_a_cpf_nor_a_wrong_one() {
        for (String wrong : List.of("111.444.777-35", "11222333000182", "abc")) {
            sales.tenant()
                    .post(COMPANIES, Map.of("name", "ABC", "tax_id", wrong))
                    .statusCode(400)
                    .body("violations[0].field", equalTo("tax_id"));
        }
    }

    @Test
    void companies_are_found_by_name_domain_or_tax_id() {
        sales.tenant().create(COMPANIES, Map.of("name", "Água Viva", "domain", "aguaviva.com.br"));
        sales.tenant().create(COMPANIES, Map.of("name", "Brasa", "tax_id", "11222333000181"));
        assertThat(sales.tenant().get(COMPANIES + "?q=agua").getList("data.name"))
                .isEqualTo(List.of("Água Viva"));
        assertThat(sales.tenant().get(COMPANIES + "?q=AGUAVIVA.com").getList("data.name"))
                .hasSize(1);
        assertThat(sales.tenant().get(COMPANIES + "?q=112223").getList("data.name"))
                .isEqualTo(List.of("Brasa"));
        assertThat(sales.tenant().get(COMPANIES + "?sort=-name").getList("data.name"))
                .isEqualTo(List.of("Brasa", "Água Viva"));
    }

    @Test
    void an_edit_of_a_company_needs_its_version() {
        UUID id = sales.aCompany("ABC");
        sales.patch(COMPANIES, id, Map.of("name", "ABCD")).statusCode(428);
        sales.patch(COMPANIES, id, Map.of("name", "ABCD"), 1).statusCode(412);
        sales.patch(COMPANIES, id, Map.of("name", "ABCD"), 0).statusCode(200).body("version", equalTo(1));
        sales.tenant()
                .api()
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "X"))
                .patch(COMPANIES + "/{id}", id)
                .then()
                .statusCode(412);
    }

    @Test
    void a_contact_shows_the_name_of_its_company() {
        UUID company = sales.aCompany("ABC");
        UUID contact = sales.tenant().create(CONTACTS, Map.of("name", "Ana", "company_id", company));
        assertThat(sales.tenant()
                        .get(CONTACTS + "/" + contact + "?include=company")
                        .getString("company.name"))
                .isEqualTo("ABC");
        sales.aContact("Somebody else");
        assertThat(sales.tenant().get(CONTACTS + "?company_id=" + company).getList("data.name"))
                .isEqualTo(List.of("Ana"));
    }

    @Test
    void a_company_has_one_primary_contact_and_the_newest_one_named_is_it() {
        UUID company = sales.aCompany("ABC");
        UUID ana = primaryOf(company, "Ana");
        UUID bia = primaryOf(company, "Bia");
        assertThat(isPrimary(ana)).isFalse();
        assertThat(isPrimary(bia)).isTrue();
        sales.patch(CONTACTS, ana, Map.of("is_primary", true), version(ana))
                .statusCode(200)
                .body("is_primary", equalTo(true));
        assertThat(isPrimary(bia)).isFalse();
    }

    @Test
    void of_many_who_become_primary_at_once_one_remains() {
        UUID company = sales.aCompany("ABC");
        List<Supplier<Integer>> all = List.of("Ana", "Bia", "Caio", "Davi").stream()
                .map(name -> (Supplier<Integer>) () -> sales.tenant()
                        .post(CONTACTS, Map.of("name", name, "company_id", company, "is_primary", true))
                        .extract()
                        .statusCode())
                .toList();
        assertThat(Sales.atOnce(all)).containsOnly(201);
        assertThat(sales.tenant().get(CONTACTS + "?company_id=" + company).getList("data.is_primary", Boolean.class))
                .containsExactlyInAnyOrder(true, false, false, false);
    }

    @Test
    void who_changes_or_leaves_the_company_is_no_longer_its_primary() {
        UUID abc = sales.aCompany("ABC");
        UUID xyz = sales.aCompany("XYZ");
        UUID ana = primaryOf(abc, "Ana");
        UUID bia = primaryOf(xyz, "Bia");
        sales.patch(CONTACTS, ana, Map.of("company_id", xyz), version(ana))
                .statusCode(200)
                .body("is_primary", equalTo(false));
        assertThat(isPrimary(bia)).isTrue();
        Map<String, Object> leave = new HashMap<>();
        leave.put("company_id", null);
        sales.patch(CONTACTS, bia, leave, version(bia))
                .statusCode(200)
                .body("company_id", nullValue())
                .body("is_primary", equalTo(false));
        sales.patch(CONTACTS, ana, Map.of("company_id", abc, "is_primary", true), version(ana))
                .statusCode(200)
                .body("is_primary", equalTo(true));
    }

    @Test
    void a_primary_contact_needs_a_company() {
        sales.tenant()
                .post(CONTACTS, Map.of("name", "Ana", "is_primary", true))
                .statusCode(400)
                .body("violations.field", contains("is_primary"));
        UUID ana = sales.aContact("Ana");
        sales.patch(CONTACTS, ana, Map.of("is_primary", true), 0).statusCode(400);
    }

    @Test
    void an_edit_of_a_contact_needs_its_version() {
        UUID id = sales.aContact("Ana");
        sales.patch(CONTACTS, id, Map.of("name", "Bia")).statusCode(428);
        sales.patch(CONTACTS, id, Map.of("name", "Bia"), 7).statusCode(412);
        sales.patch(CONTACTS, id, Map.of("name", "Bia"), 0).statusCode(200);
    }

    @Test
    void a_name_cannot_be_cleared() {
        for (String path : List.of(COMPANIES, CONTACTS)) {
            UUID id = sales.tenant().create(path, Map.of("name", "ABC"));
            Map<String, Object> clear = new HashMap<>();
            clear.put("name", null);
            sales.tenant()
                    .unchecked()
                    .header("If-Match", "\"0\"")
                    .body(clear)
                    .patch(path + "/{id}", id)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("name"));
        }
    }

    private UUID primaryOf(UUID company, String name) {
        return sales.tenant().create(CONTACTS, Map.of("name", name, "company_id", company, "is_primary", true));
    }

    private boolean isPrimary(UUID contact) {
        return sales.read(CONTACTS, contact).getBoolean("is_primary");
    }

    private int version(UUID contact) {
        return sales.read(CONTACTS, contact).getInt("version");
    }
}
