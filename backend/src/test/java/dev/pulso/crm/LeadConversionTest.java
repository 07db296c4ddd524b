package dev.pulso.crm;

import static dev.pulso.crm.Sales.CONTACTS;
import static dev.pulso.crm.Sales.LEADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeadConversionTest {
    private Sales sales;

    @BeforeEach
    void tenant() {
        sales = Sales.ofNewTenant();
    }

    @Test
    void converting_a_lead_makes_a_deal_a_company_and_a_contact() {
        UUID lead = sales.aLead(Map.of(
                "name", "Ana Souza",
                "email", "ana@imobabc.com.br",
                "company_name", "Imobiliária ABC",
                "owner_id", sales.tenant().adminId()));
        JsonPath made = convert(lead, Map.of("title", "Site + hospedagem", "amount_cents", 240000));
        assertThat(made.getString("deal.title")).isEqualTo("Site + hospedagem");
        assertThat(made.getLong("deal.amount_cents")).isEqualTo(240000);
        assertThat(made.getString("deal.status")).isEqualTo("open");
        assertThat(made.getUUID("deal.stage_id")).isEqualTo(sales.stage("Novo"));
        assertThat(made.getUUID("deal.lead_id")).isEqualTo(lead);
        assertThat(made.getUUID("deal.owner_id")).isEqualTo(sales.tenant().adminId());
        assertThat(made.getUUID("deal.company_id")).isEqualTo(made.getUUID("company.id"));
        assertThat(made.getString("company.name")).isEqualTo("Imobiliária ABC");
        assertThat(made.getString("contact.email")).isEqualTo("ana@imobabc.com.br");
        assertThat(made.getUUID("contact.company_id")).isEqualTo(made.getUUID("company.id"));
        JsonPath after = sales.read(LEADS, lead);
        assertThat(after.getString("stage")).isEqualTo("converted");
        assertThat(after.getUUID("deal_id")).isEqualTo(made.getUUID("deal.id"));
        assertThat(sales.fact(lead, "lead.converted").getString("deal_id")).isEqualTo(made.getString("deal.id"));
        assertThat(sales.fact(made.getUUID("deal.id"), "deal.created").getString("lead_id"))
                .isEqualTo(lead.toString());
    }

    @Test
    void a_company_that_is_known_under_another_spelling_is_not_made_twice() {
        UUID known = sales.aCompany("Imobiliária  ABC");
        JsonPath made = convert(sales.aLead(Map.of("name", "Ana", "company_name", "IMOBILIARIA ABC")), Map.of());
        assertThat(made.getUUID("company.id")).isEqualTo(known);
        assertThat(made.getString("deal.title")).isEqualTo("IMOBILIARIA ABC");
        assertThat(sales.count("companies")).isEqualTo(1);
    }

    @Test
    void a_contact_with_the_same_address_is_not_made_twice() {
        UUID known = sales.tenant().create(CONTACTS, Map.of("name", "Ana S.", "email", "ana@x.com.br"));
        JsonPath made = convert(sales.aLead(Map.of("name", "Ana Souza", "email", "ANA@X.com.br")), Map.of());
        assertThat(made.getUUID("contact.id")).isEqualTo(known);
        assertThat(made.getUUID("deal.contact_id")).isEqualTo(known);
        assertThat(made.getString("deal.title")).isEqualTo("Ana Souza");
        assertThat(made.getMap("company")).isNull();
    }

    @Test
    void two_leads_without_address_are_two_contacts() {
        convert(sales.aLead(Map.of("name", "Ana")), Map.of());
        convert(sales.aLead(Map.of("name", "Ana")), Map.of());
        assertThat(sales.count("contacts")).isEqualTo(2);
    }

    @Test
    void a_lead_converts_once() {
        UUID lead = sales.aLead(Map.of("name", "Ana"));
        convert(lead, Map.of());
        sales.act(LEADS, lead, "convert", Map.of())
                .statusCode(409)
                .body("type", equalTo("/docs/problems/lead_converted"));
        assertThat(sales.count("deals")).isEqualTo(1);
    }

    @Test
    void of_two_who_convert_a_lead_at_once_one_wins() {
        UUID lead = sales.aLead(Map.of("name", "Ana", "company_name", "ABC"));
        Supplier<Integer> convert =
                () -> sales.act(LEADS, lead, "convert", Map.of()).extract().statusCode();
        assertThat(Sales.atOnce(List.of(convert, convert, convert, convert)))
                .containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(sales.count("deals")).isEqualTo(1);
        assertThat(sales.count("contacts")).isEqualTo(1);
        assertThat(sales.count("companies")).isEqualTo(1);
    }

    @Test
    void leads_of_one_new_company_that_are_converted_at_once_share_it() {
        List<Supplier<Integer>> converts = List.of("Ana", "Bia", "Caio", "Davi").stream()
                .map(name -> sales.aLead(Map.of("name", name, "email", "vendas@abc.com.br", "company_name", "ABC")))
                .map(lead -> (Supplier<Integer>) () ->
                        sales.act(LEADS, lead, "convert", Map.of()).extract().statusCode())
                .toList();
        assertThat(Sales.atOnce(converts)).containsOnly(201);
        assertThat(sales.count("companies")).isEqualTo(1);
        assertThat(sales.count("contacts")).isEqualTo(1);
        assertThat(sales.count("deals")).isEqualTo(4);
    }

    @Test
    void a_conversion_that_fails_leaves_nothing_behind() {
        UUID lead = sales.aLead(Map.of("name", "Ana", "company_name", "ABC"));
        sales.act(LEADS, lead, "convert", Map.of("pipeline_id", UUID.randomUUID()))
                .statusCode(400)
                .body("violations[0].field", equalTo("pipeline_id"));
        sales.tenant()
                .unchecked()
                .body(Map.of("amount_cents", -1))
                .post(LEADS + "/{id}/convert", lead)
                .then()
                .statusCode(400);
        assertThat(sales.count("companies")).isZero();
        assertThat(sales.count("contacts")).isZero();
        assertThat(sales.read(LEADS, lead).getString("stage")).isEqualTo("new");
    }

    @Test
    void a_converted_lead_keeps_its_stage_and_cannot_be_deleted() {
        UUID lead = sales.aLead(Map.of("name", "Ana"));
        convert(lead, Map.of());
        int version = sales.read(LEADS, lead).getInt("version");
        sales.patch(LEADS, lead, Map.of("stage", "new"), version).statusCode(409);
        sales.patch(LEADS, lead, Map.of("notes", "Ligou de novo"), version).statusCode(200);
        sales.tenant().api().delete(LEADS + "/{id}", lead).then().statusCode(409);
    }

    @Test
    void a_deal_may_begin_in_another_pipeline() {
        UUID other = sales.tenant()
                .create(Sales.PIPELINES, Map.of("name", "Renovação", "stages", PipelinesTest.threeStages()));
        JsonPath made = convert(sales.aLead(Map.of("name", "Ana")), Map.of("pipeline_id", other));
        assertThat(made.getUUID("deal.pipeline_id")).isEqualTo(other);
    }

    @Test
    void who_converts_says_which_company_and_contact_are_meant_or_that_others_are() {
        UUID abc = sales.aCompany("ABC");
        UUID ana = sales.tenant().create(CONTACTS, Map.of("name", "Ana S.", "email", "ana@x.com.br"));
        Map<String, Object> lead =
                Map.of("name", "Ana", "email", "ana@x.com.br", "phone", "(41) 99876-5432", "company_name", "ABC");
        JsonPath others = convert(sales.aLead(lead), Map.of("create_company", true, "create_contact", true));
        assertThat(others.getUUID("company.id")).isNotEqualTo(abc);
        assertThat(others.getUUID("contact.id")).isNotEqualTo(ana);
        JsonPath these = convert(sales.aLead(lead), Map.of("company_id", abc, "contact_id", ana));
        assertThat(these.getUUID("deal.company_id")).isEqualTo(abc);
        assertThat(these.getUUID("deal.contact_id")).isEqualTo(ana);
        assertThat(sales.read(CONTACTS, ana).getString("name")).isEqualTo("Ana S.");
        assertThat(sales.read(CONTACTS, ana).getString("phone")).isEqualTo("+5541998765432");
        assertThat(sales.read(CONTACTS, ana).getUUID("company_id")).isEqualTo(abc);
        sales.act(LEADS, sales.aLead(lead), "convert", Map.of("contact_id", UUID.randomUUID()))
                .statusCode(400)
                .body("violations[0].field", equalTo("contact_id"));
    }

    private JsonPath convert(UUID lead, Map<String, Object> body) {
        return sales.act(LEADS, lead, "convert", body).statusCode(201).extract().jsonPath();
    }
}
